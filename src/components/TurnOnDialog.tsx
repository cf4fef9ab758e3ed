import { surgeOf } from '../resources/surge';
import { useT } from '../i18n';
import { gpusOf } from '../resources/gpus';
import { ownHpaOf } from '../resources/ownHpa';
import { replicasOf } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';
import type { ChangeFailureFacts } from './ChangeFailure';
import { PolicyDialog } from './PolicyDialog';
import type { FieldMessages, PolicyText } from './PolicyFields';
import { RestartWarning } from './RestartWarning';
import type { RestartWarningProps } from './RestartWarning';

interface TurnOnDialogProps {
  model: ServedModel;
  initial: PolicyText;
  others: RestartWarningProps['others'];
  /** Why it cannot be turned on. */
  obstacle: string | undefined;
  messagesOf: (text: PolicyText) => FieldMessages;
  progress: { step: ChangeFailureFacts['step']; since: number; error?: ChangeFailureFacts } | undefined;
  busy: boolean;
  now: number;
  /** Resolves with what stopped the change, if anything did. */
  onTurnOn: (text: PolicyText) => Promise<ChangeFailureFacts | undefined>;
  onClose: () => void;
}

/** Explains what turning the autoscaling on does before it does it; closes when the autoscaler has taken over. */
export function TurnOnDialog(props: TurnOnDialogProps) {
  const { model, initial, others, obstacle, messagesOf, progress, busy, now, onTurnOn, onClose } = props;
  const t = useT();
  async function save(text: PolicyText): Promise<void> {
    const failure = await onTurnOn(text);
    if (failure === undefined) onClose();
  }
  return (
    <PolicyDialog
      title={t('Turn on autoscaling of {{name}}', { name: model.name })}
      saveLabel={t('Turn on and restart')}
      initial={initial}
      obstacle={obstacle}
      messagesOf={messagesOf}
      savesUnchanged
      progress={progress}
      busy={busy}
      now={now}
      onSave={(text) => void save(text)}
      onClose={onClose}
    >
      <RestartWarning
        replicas={replicasOf(model).current ?? 0}
        surgeGpus={model.deployment === undefined ? 0 : gpusOf(model).perReplica * surgeOf(model.deployment)}
        hpa={ownHpaOf(model)?.metadata.name}
        others={others}
      />
    </PolicyDialog>
  );
}
