import type { Translate } from '../../../i18n';
import type { PodFact } from '../../../queries/pods';
import type { Lane } from './buildLanes';

function factWord(fact: string, t: Translate): string | undefined {
  const words: Record<PodFact, string> = {
    pending: t('Pending'),
    unschedulable: t('Finds no node'),
    running: t('Running'),
    ready: t('Ready'),
    failing: t('Fails'),
  };
  return new Map(Object.entries(words)).get(fact);
}

/** Names of queries whose line is called otherwise. */
const lineOfQuery: Readonly<Record<string, string>> = { replicas: 'current', available: 'ready' };

/** What a query of a lane gives: the name of its line, or of the fact about a pod. */
export function lineWord(lane: Lane, query: string, t: Translate): string {
  if (lane.name === 'pods') return factWord(query, t) ?? query;
  const line = lineOfQuery[query] ?? query;
  return lane.lines.find(({ key }) => key === line)?.label ?? query;
}
