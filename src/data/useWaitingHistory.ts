import { useMemo, useState } from 'react';
import { alignedRange } from '../queries/step';
import { fleetWaitingQuery } from '../queries/vllm';
import type { MetricsScope } from './prometheus';
import { useRangeGroups } from './useRangeGroups';
import type { RangeGroups } from './useRangeGroups';
import { waitingHistory } from './waitingHistory';
import type { WaitingHistory } from './waitingHistory';

/** Half an hour in 60 points, both ends included: one each 30 s, as user workloads are scraped. */
const historySeconds = 1770;
const pixels = 180;

const rangeAt = (now: number) => alignedRange(now, historySeconds, pixels);

function createHistory(): (data: RangeGroups<'waiting'>) => WaitingHistory {
  let before: WaitingHistory | undefined;
  return (data) => {
    before = waitingHistory(data, before);
    return before;
  };
}

/**
 * Polls what waited in the last half hour, all models in one request, of which only the new tail after the first.
 * `names`: space-separated names of the models to ask for; undefined: all of them.
 */
export function useWaitingHistory(
  namespace: string | undefined,
  scope: MetricsScope | undefined,
  names: string | undefined,
): WaitingHistory | undefined {
  const wanted = useMemo(() => {
    const query = fleetWaitingQuery(namespace, names?.split(' '));
    return { queries: [['waiting', query]] as const, rangeAt };
  }, [namespace, names]);
  const { data } = useRangeGroups<'waiting'>(wanted, scope, namespace);
  const [historyFrom] = useState(createHistory);
  return useMemo(() => data && historyFrom(data), [data, historyFrom]);
}
