import { Alert } from '@patternfly/react-core';
import { useState } from 'react';
import { PolicyDialog } from '../../components/PolicyDialog';
import type { PolicyText } from '../../components/PolicyFields';
import { policyMessages, textOfValues, valuesOfText } from '../../components/policyMessages';
import type { ModelChanges } from '../../data/useModelChanges';
import { useT } from '../../i18n';
import { suggestedValues } from '../../policy/readPolicy';
import { validateValues } from '../../policy/validate';
import { prometheusMetricOf } from '../../resources/prometheusMetric';
import type { ServedModel } from '../../resources/servedModel';

interface EditDialogProps {
  model: ServedModel;
  changes: ModelChanges;
  now: number;
  onSaved: () => void;
  onClose: () => void;
}

/** Edits bounds and threshold. It closes when ScaledObject and HPA carry them; a failure keeps what was typed. */
export function EditDialog({ model, changes, now, onSaved, onClose }: EditDialogProps) {
  const t = useT();
  const stored = suggestedValues(model.inferenceService);
  const [opened] = useState(stored);
  const moved =
    !changes.busy &&
    (opened.minReplicas !== stored.minReplicas ||
      opened.maxReplicas !== stored.maxReplicas ||
      opened.threshold !== stored.threshold);
  async function save(text: PolicyText): Promise<void> {
    const failure = await changes.edit(valuesOfText(text));
    if (failure === undefined) onSaved();
  }
  return (
    <PolicyDialog
      title={t('Edit autoscaling of {{name}}', { name: model.name })}
      saveLabel={t('Save')}
      initial={textOfValues(opened)}
      messagesOf={(text) => policyMessages(validateValues(valuesOfText(text)), t)}
      withoutThreshold={prometheusMetricOf(model.inferenceService) === undefined}
      progress={changes.progress}
      busy={changes.busy}
      now={now}
      onSave={(text) => void save(text)}
      onClose={onClose}
    >
      {moved && changes.progress?.error === undefined && (
        <Alert isInline variant="warning" title={t('Somebody changed the model meanwhile')}>
          {t('It is stored now: threshold {{threshold}}, between {{min}} and {{max}} replicas.', {
            threshold: stored.threshold,
            min: stored.minReplicas,
            max: stored.maxReplicas,
          })}
        </Alert>
      )}
      <p className="llm-autoscaling__explanation">{t('No pod restarts: only the autoscaler changes.')}</p>
    </PolicyDialog>
  );
}
