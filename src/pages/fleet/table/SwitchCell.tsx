import { AutoscalingSwitch } from '../../../components/AutoscalingSwitch';
import { switchBlock } from '../../../components/switchBlock';
import { nextOf } from '../../../data/switchAction';
import type { SwitchAction } from '../../../data/switchAction';
import { useSwitchAccess } from '../../../data/useSwitchAccess';
import type { Translate } from '../../../i18n';
import type { FleetRow } from '../rows/fleetRow';
import { modeWord } from './modeWords';

/** Starts a change of a model by its key. */
export type StartChange = (key: string, action: SwitchAction) => void;

/** What a row needs to know about switching. */
export interface SwitchFacts {
  kedaInstalled: boolean;
  /** A change of this model is under way. */
  busy: boolean;
  onChange: StartChange;
}

interface SwitchCellProps extends SwitchFacts {
  row: FleetRow;
  t: Translate;
}

/** The switch of a row, with the word of who scales. */
export function SwitchCell({ row, kedaInstalled, busy, onChange, t }: SwitchCellProps) {
  const { model, status, mode } = row;
  const next = nextOf(model);
  const reviews = useSwitchAccess(model);
  // A tooltip for that moment would build each switch twice.
  const checking = reviews.some(({ state }) => state === 'loading');
  return (
    <>
      <AutoscalingSwitch
        name={model.name}
        isOn={next === 'pause'}
        busy={busy}
        checking={checking}
        reason={switchBlock(
          { model, status, kedaInstalled, turnsOn: next === 'turnOn', reviews: checking ? [] : reviews },
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
}
