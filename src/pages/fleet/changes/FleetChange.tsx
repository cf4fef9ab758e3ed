import { useEffect, useRef } from 'react';
import type { ChangeFailureFacts } from '../../../components/ChangeFailure';
import type { SwitchAction } from '../../../data/switchAction';
import { useModelChanges } from '../../../data/useModelChanges';
import { useNow } from '../../../data/useNow';
import type { ServedModel } from '../../../resources/servedModel';
import { TurnOn } from './TurnOn';

interface FleetChangeProps {
  model: ServedModel;
  action: SwitchAction;
  /** Called once, when the watched objects carry the change, or with what stopped it. */
  onDone: (key: string, failure?: ChangeFailureFacts) => void;
}

/** Pauses or resumes at once and draws nothing. */
function QuietChange({ model, action, onDone }: FleetChangeProps) {
  const { pause, resume } = useModelChanges(model);
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void (async () => {
      onDone(model.key, await (action === 'pause' ? pause() : resume()));
    })();
  }, [model, action, pause, resume, onDone]);
  return null;
}

/** A change of a model that was asked for in the table. Turning on explains itself first. */
export function FleetChange(props: FleetChangeProps) {
  const now = useNow();
  const { model, action, onDone } = props;
  if (action !== 'turnOn') return <QuietChange {...props} />;
  return (
    <TurnOn
      model={model}
      now={now}
      onClose={() => {
        onDone(model.key);
      }}
    />
  );
}
