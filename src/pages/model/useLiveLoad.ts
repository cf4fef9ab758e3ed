import { useMemo } from 'react';
import { useMetricsScope } from '../../data/useMetricsScope';
import { useRangeGroups } from '../../data/useRangeGroups';
import type { GroupQuery } from '../../data/useRangeGroups';
import { combined } from '../../queries/combined';
import { alignedRange } from '../../queries/step';
import { runningQuery, waitingQuery } from '../../queries/vllm';
import { triggerQuery } from '../../resources/askedTrigger';
import type { ModelLoad } from '../../resources/modelLoad';
import type { ServedModel } from '../../resources/servedModel';
import { readsOwnQueue } from '../../status/measuredLoad';
import { modelLoadOf } from './modelLoad';
import type { LoadGroup } from './modelLoad';
import { ownTriggerGroup } from '../../data/triggerDoor';
import { windowOf } from './scaleDownWindow';
import { useSame } from '../../data/useSame';

/** Seconds by which the range reaches beyond the window: the load before it tells when it began. */
const margin = 120;
const longest = 3600;

/** The load of now and when it was last high, whatever the graphs show; undefined before the first answer. */
export function useLiveLoad(model: ServedModel): ModelLoad | undefined {
  const { scope } = useMetricsScope(model.namespace);
  const own = readsOwnQueue(model) ? triggerQuery(model) : undefined;
  const queries = useSame<readonly GroupQuery<LoadGroup>[]>([
    [
      'requests',
      combined([
        ['waiting', waitingQuery(model)],
        ['running', runningQuery(model)],
        // The queue is found under any name of its metrics, the trigger looks under one.
        ...(own === undefined ? [] : [['trigger', own] as const]),
      ]),
    ],
    ...ownTriggerGroup(model),
  ]);
  const seconds = Math.min(longest, windowOf(model) + margin);
  const wanted = useMemo(
    () => ({
      queries,
      rangeAt: (now: number) => alignedRange(now, seconds, longest),
    }),
    [queries, seconds],
  );
  const { data } = useRangeGroups<LoadGroup>(wanted, scope, model.namespace);
  return data === undefined ? undefined : modelLoadOf(model, data);
}
