import { formatDuration } from '../../../components/quantities';
import type { Translate } from '../../../i18n';
import type { PodState, PodStateCode } from '../../../resources/podState';

/** The word for a state of a pod. */
export function podStateWord(code: PodStateCode, t: Translate): string {
  const words: Record<PodStateCode, string> = {
    failed: t('Failed'),
    unknown: t('Node does not answer'),
    waitsForNode: t('Waits for a node'),
    creating: t('Pulls images and files'),
    loading: t('Loads the model'),
    ready: t('Ready'),
    terminating: t('Terminating'),
    completed: t('Completed'),
  };
  return words[code];
}

function failureWords({ reason, exitCode }: Extract<PodState, { code: 'failed' }>, t: Translate): string {
  return exitCode === undefined ? reason : t('{{reason}}, exit code {{code}}', { reason, code: exitCode });
}

function timeWords(state: PodState, now: number, t: Translate): string | undefined {
  if (state.code === 'terminating') {
    return state.until === undefined
      ? undefined
      : t('ends in {{time}} at the latest', { time: formatDuration(state.until - now) });
  }
  if (!('since' in state)) return undefined;
  return t('for {{time}}', { time: formatDuration(now - state.since) });
}

/** The lines below the word: how long, why, and the words of the scheduler or the kubelet; `now` in milliseconds. */
export function podStateReasons(state: PodState, now: number, t: Translate): string[] {
  const reasons = [
    state.code === 'failed' ? failureWords(state, t) : timeWords(state, now, t),
    'message' in state ? state.message : undefined,
  ];
  return reasons.filter((reason) => reason !== undefined);
}
