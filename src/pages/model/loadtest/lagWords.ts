import { formatDuration } from '../../../components/quantities';
import type { Translate } from '../../../i18n';
import type { Expected, LagCode, Verdict } from '../../../loadtest/lag';

/** What a step is, and from when it is counted. */
export function lagWord(code: LagCode, t: Translate): string {
  const words: Record<LagCode, string> = {
    breached: t('Start of the test → the load asks for more replicas'),
    wanted: t('The load asks for more → more are wanted'),
    scheduled: t('More are wanted → the first has a node'),
    ready: t('More are wanted → the first serves'),
    allReady: t('More are wanted → all of them serve'),
    cleared: t('The first serves → nothing waits'),
    shrunk: t('The load last asked for all → replicas are taken away'),
  };
  return words[code];
}

/** A verdict in a word or two. */
export function verdictWord(verdict: Verdict, t: Translate): string {
  const words: Record<Verdict, string> = {
    open: t('Not yet'),
    never: t('Did not happen'),
    measured: '',
    within: t('As usual'),
    faster: t('Faster than usual'),
    slower: t('Slower than usual'),
  };
  return words[verdict];
}

/** A span of seconds, such as "60 sec to 90 sec"; "" when nothing is expected. */
export function expectedWords(expected: Expected | undefined, t: Translate): string {
  if (expected === undefined) return '';
  const most = formatDuration(expected.most * 1000);
  return expected.least === 0
    ? t('up to {{time}}', { time: most })
    : t('{{least}} to {{most}}', { least: formatDuration(expected.least * 1000), most });
}
