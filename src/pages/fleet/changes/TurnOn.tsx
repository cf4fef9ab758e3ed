import { enableMessage } from '../../../components/enableMessage';
import { policyMessages, textOfValues, valuesOfText } from '../../../components/policyMessages';
import { TurnOnDialog } from '../../../components/TurnOnDialog';
import { useModelChanges } from '../../../data/useModelChanges';
import { useT } from '../../../i18n';
import { suggestedValues } from '../../../policy/readPolicy';
import { enableProblems, validateValues } from '../../../policy/validate';
import type { ServedModel } from '../../../resources/servedModel';

interface TurnOnProps {
  model: ServedModel;
  now: number;
  onClose: () => void;
}

/** The dialog that turns the autoscaling of a row's model on. */
export function TurnOn({ model, now, onClose }: TurnOnProps) {
  const t = useT();
  const { turnOn, progress, busy } = useModelChanges(model);
  return (
    <TurnOnDialog
      model={model}
      initial={textOfValues(suggestedValues(model.inferenceService))}
      obstacle={enableMessage(enableProblems(model.inferenceService), t)}
      messagesOf={(text) => policyMessages(validateValues(valuesOfText(text)), t)}
      progress={progress}
      busy={busy}
      now={now}
      onTurnOn={(text) => turnOn(valuesOfText(text))}
      onClose={onClose}
    />
  );
}
