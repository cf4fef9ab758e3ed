import { useMemo } from 'react';
import type { PollState } from '../../data/poll';
import { ownTriggerQuery } from '../../data/triggerDoor';
import { useMetricsScope } from '../../data/useMetricsScope';
import { useRangeGroups } from '../../data/useRangeGroups';
import type { GroupQuery, RangeGroups } from '../../data/useRangeGroups';
import { combined } from '../../queries/combined';
import type { NamedQueries } from '../../queries/combined';
import { laneQueries, queryGroups } from '../../queries/laneQueries';
import type { QueryGroup } from '../../queries/laneQueries';
import type { LatencyMeasure } from '../../queries/latency';
import type { ServedModel } from '../../resources/servedModel';
import { groupOf, laneNames } from './lanes/laneNames';
import type { LaneName } from './lanes/laneNames';
import type { GraphRange } from './useGraphRange';
import { useSame } from '../../data/useSame';

/** The series that the graphs draw. */
export type ModelSeries = RangeGroups<QueryGroup>;

/** What the graphs ask, word for word, by group. */
export type GroupQueries = ReadonlyMap<QueryGroup, NamedQueries>;

/** The lanes that a model has: its trigger has one where it reads something else than the queue, and can be asked. */
export function lanesOf(model: ServedModel): readonly LaneName[] {
  return laneNames.filter((name) => name !== 'trigger' || ownTriggerQuery(model) !== undefined);
}

/** Groups whose lanes are seen, and those out of which decisions are read. */
function wantedGroups(model: ServedModel, hidden: ReadonlySet<LaneName>): readonly QueryGroup[] {
  const lanes = lanesOf(model);
  const seen = lanes.filter((name) => !hidden.has(name)).map((name) => groupOf[name]);
  const forDecisions: readonly QueryGroup[] = [
    'requests',
    'replicas',
    ...(lanes.includes('trigger') ? ['trigger' as const] : []),
  ];
  return queryGroups.filter((group) => seen.includes(group) || forDecisions.includes(group));
}

/** Polls the series of a model's graphs, one request a group; also tells what is asked. */
export function useModelSeries(
  model: ServedModel,
  { rangeAt, span, seconds }: GraphRange,
  hidden: ReadonlySet<LaneName>,
  measure: LatencyMeasure,
): { state: PollState<ModelSeries>; queries: GroupQueries } {
  const { scope } = useMetricsScope(model.namespace);
  // The step does not depend on when it is: any time will do.
  const { step } = rangeAt((span?.end ?? seconds) * 1000);
  const clusterWide = scope?.path === 'cluster';
  const parts = useSame(
    wantedGroups(model, hidden)
      .map((group) => [group, laneQueries(model, group, { step, measure, clusterWide })] as const)
      .filter(([, queries]) => queries.length > 0),
  );
  const door = useSame(ownTriggerQuery(model)?.door);
  const wanted = useMemo(
    () => ({
      queries: parts.map(([group, queries]): GroupQuery<QueryGroup> =>
        group === 'trigger' && door !== undefined
          ? [group, combined(queries), door]
          : [group, combined(queries)],
      ),
      rangeAt,
    }),
    [parts, door, rangeAt],
  );
  const state = useRangeGroups<QueryGroup>(wanted, scope, model.namespace);
  const queries = useMemo(() => new Map(parts), [parts]);
  return useMemo(() => ({ state, queries }), [state, queries]);
}
