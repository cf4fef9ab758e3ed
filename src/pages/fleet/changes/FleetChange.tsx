import { useEffect, useRef } from 'react';
import { TurnOn } from '../../../acts/TurnOn';
import type { ChangeFailureFacts } from '../../../components/ChangeFailure';
import type { SwitchAction } from '../../../data/switchAction';
import { useModelChanges } from '../../../data/useModelChanges';
import { useNow } from '../../../data/useNow';
import type { ServedModel } from '../../../resources/servedModel';

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

/** Explains the restart first. */
function AskedChange({ model, onDone }: FleetChangeProps) {
  const now = useNow();
  return (
    <TurnOn
      model={model}
      changes={useModelChanges(model)}
      now={now}
      onClose={() => {
        onDone(model.key);
      }}
    />
  );
}

/** A change of a model that was asked for in the table. */
export function FleetChange(props: FleetChangeProps) {
  return props.action === 'turnOn' ? <AskedChange {...props} /> : <QuietChange {...props} />;
}
