import { enableMessage } from '../components/enableMessage';
import { policyMessages, textOfValues, valuesOfText } from '../components/policyMessages';
import { TurnOnDialog } from '../components/TurnOnDialog';
import type { ModelChanges } from '../data/useModelChanges';
import { useT } from '../i18n';
import { otherMetricsWhenEnabled } from '../policy/otherMetrics';
import { suggestedValues } from '../policy/readPolicy';
import { enableProblems, validateValues } from '../policy/validate';
import type { ServedModel } from '../resources/servedModel';

interface TurnOnProps {
  model: ServedModel;
  changes: ModelChanges;
  now: number;
  onClose: () => void;
}

/** The dialog that turns the autoscaling of a model on. */
export function TurnOn({ model, changes, now, onClose }: TurnOnProps) {
  const t = useT();
  return (
    <TurnOnDialog
      model={model}
      initial={textOfValues(suggestedValues(model.inferenceService))}
      others={otherMetricsWhenEnabled(model.inferenceService)}
      obstacle={enableMessage(enableProblems(model.inferenceService), t)}
      messagesOf={(text) => policyMessages(validateValues(valuesOfText(text)), t)}
      progress={changes.progress}
      busy={changes.busy}
      now={now}
      onTurnOn={(text) => changes.turnOn(valuesOfText(text))}
      onClose={onClose}
    />
  );
}
