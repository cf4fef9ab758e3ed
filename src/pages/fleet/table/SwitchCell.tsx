import { AutoscalingSwitch } from '../../../components/AutoscalingSwitch';
import { switchBlock } from '../../../components/switchBlock';
import { needsOf, nextOf } from '../../../data/switchAction';
import type { SwitchAction } from '../../../data/switchAction';
import { useAccess } from '../../../data/useAccess';
import { useT } from '../../../i18n';
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

/** The switch of a row, with the word of who scales. */
export function SwitchCell({ row, kedaInstalled, busy, onChange }: SwitchFacts & { row: FleetRow }) {
  const t = useT();
  const { model, status, mode } = row;
  const next = nextOf(model);
  const reviews = needsOf(model, useAccess(model.namespace))[next];
  return (
    <>
      <AutoscalingSwitch
        name={model.name}
        isOn={next === 'pause'}
        busy={busy}
        reason={switchBlock({ status, kedaInstalled, reviews }, t)}
        onSwitch={() => {
          onChange(model.key, next);
        }}
      />
      <div className="llm-autoscaling__reason">{modeWord(mode, t)}</div>
    </>
  );
}
