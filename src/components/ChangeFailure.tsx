import { Alert } from '@patternfly/react-core';
import { useT } from '../i18n';
import { failureTitle, writtenWords } from './failureWords';
import type { ChangeFailureFacts } from './failureWords';

export type { ChangeFailureFacts } from './failureWords';

interface ChangeFailureProps {
  failure: ChangeFailureFacts;
  /** Name of the model, where the page shows several. */
  model?: string;
}

/** A failed change, with the server's own words, and whether something was written. */
export function ChangeFailure({ failure, model }: ChangeFailureProps) {
  const t = useT();
  const written = writtenWords(failure, t);
  const title = failureTitle(failure, t);
  return (
    <Alert isInline isLiveRegion variant="danger" title={model === undefined ? title : `${model}: ${title}`}>
      {failure.message !== '' && <p>{failure.message}</p>}
      {failure.code === 'nothing' && <p>{t('The ScaledObject has no annotation that pauses it.')}</p>}
      {failure.code === 'late' && (
        <p>{t('Look at the conditions and events of the ScaledObject and of the InferenceService.')}</p>
      )}
      {written !== undefined && <p>{written}</p>}
    </Alert>
  );
}
