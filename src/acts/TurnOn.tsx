import { Alert } from '@patternfly/react-core';
import { useState } from 'react';
import { ChangeSteps } from '../components/ChangeSteps';
import { enableMessage } from '../components/enableMessage';
import { PolicyFields } from '../components/PolicyFields';
import { policyMessages, textOfValues, valuesOfText } from '../components/policyMessages';
import type { ModelChanges } from '../data/useModelChanges';
import { useT } from '../i18n';
import { suggestedValues } from '../policy/readPolicy';
import { enableProblems, validateValues } from '../policy/validate';
import type { ServedModel } from '../resources/servedModel';
import { ActDialog } from './ActDialog';
import { RestartWarning } from './RestartWarning';

interface TurnOnProps {
  model: ServedModel;
  changes: Pick<ModelChanges, 'turnOn' | 'progress' | 'busy'>;
  /** Milliseconds since 1970. */
  now: number;
  onClose: () => void;
}

/** A change that takes longer than this is worth a word, in milliseconds: KServe, KEDA and the HPA need seconds. */
const slowAfter = 45_000;

/**
 * Explains what turning the autoscaling on does before it does it, and asks for threshold and bounds; shows how far it
 * is, keeps what was typed when it fails, and closes when the autoscaler has taken over.
 */
export function TurnOn({ model, changes: { turnOn, progress, busy }, now, onClose }: TurnOnProps) {
  const t = useT();
  const { inferenceService } = model;
  const [text, setText] = useState(() => textOfValues(suggestedValues(inferenceService)));
  const [started, setStarted] = useState(false);
  const obstacle = enableMessage(enableProblems(inferenceService), t);
  const messages = policyMessages(validateValues(valuesOfText(text)), t);
  const invalid = Object.keys(messages).length > 0;
  const shown = started ? progress : undefined;
  async function run(): Promise<void> {
    setStarted(true);
    const failure = await turnOn(valuesOfText(text));
    if (failure === undefined) onClose();
  }
  return (
    <ActDialog
      title={t('Turn on autoscaling of {{name}}', { name: model.name })}
      confirm={t('Turn on and restart')}
      reason={obstacle ?? (invalid ? t('Some values cannot be saved.') : undefined)}
      busy={busy}
      failure={shown?.error}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {obstacle !== undefined && <Alert isInline variant="danger" title={obstacle} />}
      <div>
        <RestartWarning model={model} />
      </div>
      <PolicyFields text={text} messages={messages} isDisabled={busy} onChange={setText} />
      {shown !== undefined && (
        <ChangeSteps
          step={shown.step}
          failed={shown.error !== undefined}
          slow={busy && now - shown.since > slowAfter}
        />
      )}
    </ActDialog>
  );
}
