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

/** The load of a model as it is now. */
export interface LiveLoad {
  /** With the time when it was last high; undefined before the first answer. */
  load: ModelLoad | undefined;
  /** Prometheus cannot be asked. */
  away: boolean;
}

/** The load of now, whatever the graphs show. */
export function useLiveLoad(model: ServedModel): LiveLoad {
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
  const { data, error } = useRangeGroups<LoadGroup>(wanted, scope, model.namespace);
  return { load: data && modelLoadOf(model, data), away: error !== undefined };
}
