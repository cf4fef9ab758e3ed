import type { Translate } from '../i18n';

/** Why a change stopped. */
export interface ChangeFailureFacts {
  code: 'conflict' | 'forbidden' | 'refused' | 'failed' | 'late' | 'nothing';
  step: 'check' | 'write' | 'remove' | 'follow' | 'done';
  /** The server's words. */
  message: string;
}

/** What went wrong. */
export function failureTitle({ code, step }: ChangeFailureFacts, t: Translate): string {
  if (step === 'remove') return t('The model is changed, but what has to go after it could not be removed');
  if (code === 'late') return t('It is written, but the cluster has not taken it over yet');
  const titles: Record<Exclude<ChangeFailureFacts['code'], 'late'>, string> = {
    conflict: t('The model changed meanwhile. Look at its values and try again.'),
    forbidden: t('You may not do this'),
    refused: t('The server refuses this'),
    failed: t('The server did not answer as it should'),
    nothing: t('There is nothing that could be changed'),
  };
  return titles[code];
}

/** What is known of the write: a refusal writes nothing; a lost answer tells nothing. */
export function writtenWords({ code, step }: ChangeFailureFacts, t: Translate): string | undefined {
  if (step === 'write' && code === 'failed') return t('It may have been written: look at the model.');
  return step === 'check' || step === 'write' ? t('Nothing was changed.') : undefined;
}
