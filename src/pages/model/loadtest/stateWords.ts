import type { LabelProps } from '@patternfly/react-core';
import type { Translate } from '../../../i18n';
import type { LoadTestState } from '../../../loadtest/loadTest';

/** What the state of a test is called. */
export function stateWord(state: LoadTestState, t: Translate): string {
  const words: Record<LoadTestState, string> = {
    starting: t('Starting'),
    running: t('Running'),
    stopping: t('Stopping'),
    done: t('Done'),
    failed: t('Failed'),
  };
  return words[state];
}

/** The tone of a state's label; grey where none is set. */
export const stateTone: Readonly<Record<LoadTestState, NonNullable<LabelProps['status']> | undefined>> = {
  starting: 'info',
  running: 'info',
  stopping: undefined,
  done: 'success',
  failed: 'danger',
};
