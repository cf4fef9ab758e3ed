import type { ServedModel } from '../resources/servedModel';
import { peaks, rateWindow, type NamedQueries } from './combined';
import { gpusAllocatableQuery } from './gpuNodes';
import { latencyQueries, type LatencyMeasure } from './latency';
import { modelQueries } from './modelQueries';
import { podFactQueries } from './pods';
import { triggerQuery } from '../resources/askedTrigger';
import { kvCacheQuery, tokenRateQuery } from './engines';

/** What is asked together: one request each. */
export const queryGroups = ['requests', 'replicas', 'pods', 'gpus', 'latency', 'engines', 'trigger'] as const;

export type QueryGroup = (typeof queryGroups)[number];

/** What the queries depend on beside the model. */
export interface LaneQueryOptions {
  /** Seconds between two points. */
  step: number;
  measure: LatencyMeasure;
  /** Nodes can be seen. */
  clusterWide: boolean;
}

/** The queries of a group, by the names of their lines; none where the model has nothing to ask for. */
export function laneQueries(
  model: ServedModel,
  group: QueryGroup,
  { step, measure, clusterWide }: LaneQueryOptions,
): NamedQueries {
  const queries = modelQueries(model);
  const trigger = triggerQuery(model);
  switch (group) {
    case 'requests':
      return [
        ['waiting', peaks(queries.waiting, step)],
        ['running', peaks(queries.running, step)],
      ];
    case 'replicas':
      return [
        ['replicas', queries.specReplicas],
        ['available', queries.availableReplicas],
        ['desired', queries.hpaDesired],
        ['min', queries.hpaMin],
        ['max', queries.hpaMax],
      ];
    case 'pods':
      return podFactQueries(queries.names);
    case 'gpus':
      return [
        ['allocated', queries.gpusAllocated],
        ['pending', queries.gpusPending],
        ...(clusterWide ? [['allocatable', gpusAllocatableQuery()] as const] : []),
      ];
    case 'latency':
      return latencyQueries(model, measure, step);
    case 'engines':
      return [
        ['kv', peaks(kvCacheQuery(model), step)],
        ['generated', tokenRateQuery(model, 'generation', rateWindow(step))],
        ['read', tokenRateQuery(model, 'prompt', rateWindow(step))],
      ];
    case 'trigger':
      return trigger === undefined ? [] : [['trigger', peaks(trigger, step)]];
  }
}
