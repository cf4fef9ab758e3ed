import { memo } from 'react';
import { AutoscalingSwitch } from '../../../components/AutoscalingSwitch';
import { switchBlock } from '../../../components/switchBlock';
import { nextOf } from '../../../data/switchAction';
import type { SwitchAction } from '../../../data/switchAction';
import { useSwitchAccess } from '../../../data/useSwitchAccess';
import type { Translate } from '../../../i18n';
import type { ServedModel } from '../../../resources/servedModel';
import type { ModelStatus } from '../../../status/modelStatus';
import type { FleetMode } from '../rows/fleetMode';
import { modeWord } from './modeWords';

/** Starts a change of a model by its key. */
export type StartChange = (key: string, action: SwitchAction) => void;

/** What a row needs to know about switching. */
export interface SwitchFacts {
  model: ServedModel;
  status: ModelStatus;
  kedaInstalled: boolean;
  /** A change of this model is under way. */
  busy: boolean;
  onChange: StartChange;
}

interface SwitchCellProps extends SwitchFacts {
  mode: FleetMode;
  t: Translate;
}

/** The switch of a row, with the word of who scales. */
export const SwitchCell = memo(function SwitchCell(props: SwitchCellProps) {
  const { model, status, mode, kedaInstalled, busy, onChange, t } = props;
  const next = nextOf(model);
  const { reviews, checking } = useSwitchAccess(model);
  return (
    <>
      <AutoscalingSwitch
        name={model.name}
        isOn={next === 'pause'}
        busy={busy}
        checking={checking}
        reason={switchBlock(
          {
            model,
            status,
            kedaInstalled,
            turnsOn: next === 'turnOn',
            // What is not answered needs no explanation that goes at once; the server judges what is clicked meanwhile.
            reviews: reviews.filter(({ state }) => state !== 'loading'),
          },
          t,
        )}
        onSwitch={() => {
          onChange(model.key, next);
        }}
        t={t}
      />
      <div className="llm-autoscaling__reason">{modeWord(mode, t)}</div>
    </>
  );
});
