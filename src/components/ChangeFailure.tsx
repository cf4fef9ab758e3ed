import { Alert } from '@patternfly/react-core';
import { useT } from '../i18n';
import type { Translate } from '../i18n';

/** Why a change stopped. */
export interface ChangeFailureFacts {
  code: 'conflict' | 'forbidden' | 'refused' | 'failed';
  step: 'check' | 'write' | 'remove' | 'follow' | 'done';
  /** The server's words. */
  message: string;
}

function titleOf({ code, step }: ChangeFailureFacts, t: Translate): string {
  if (step === 'remove') return t('The model is changed, but the old HPA could not be removed');
  if (step === 'follow') return t('The model is changed, but its pause could not be set again');
  const titles: Record<ChangeFailureFacts['code'], string> = {
    conflict: t('The model changed meanwhile. Look at its values and try again.'),
    forbidden: t('You may not do this'),
    refused: t('The server refuses this'),
    failed: t('The change did not reach the server'),
  };
  return titles[code];
}

/** A failed change, with the server's own words. Nothing was written when the check failed. */
export function ChangeFailure({ failure }: { failure: ChangeFailureFacts }) {
  const t = useT();
  return (
    <Alert isInline isLiveRegion variant="danger" title={titleOf(failure, t)}>
      <p>{failure.message}</p>
      {failure.step === 'check' && <p>{t('Nothing was changed.')}</p>}
    </Alert>
  );
}
