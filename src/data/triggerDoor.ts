import { combined } from '../queries/combined';
import type { PolicyTrigger } from '../policy/trigger';
import { askedTrigger } from '../resources/askedTrigger';
import type { ServedModel } from '../resources/servedModel';
import { readsOwnQueue } from '../status/measuredLoad';
import type { MetricsScope } from './prometheus';

/**
 * Where the console can ask what KEDA asks: OpenShift's Thanos behind its cluster-wide port (9091) or its tenancy port
 * (9092, with the trigger's namespace). Undefined: the address is another Prometheus, which the console has no way to.
 */
export function doorOf({
  serverAddress,
  namespace,
}: Pick<PolicyTrigger, 'serverAddress' | 'namespace'>): MetricsScope | undefined {
  const port = /^https:\/\/thanos-querier\.openshift-monitoring\.svc(?:\.cluster\.local)?:(909[12])\/?$/.exec(
    serverAddress.trim(),
  )?.[1];
  if (port === '9091') return { path: 'cluster' };
  if (port === undefined || namespace === undefined || namespace === '') return undefined;
  return { path: 'tenancy', namespace };
}

/** A trigger's query and the place where KEDA asks it. */
export interface TriggerQuery {
  query: string;
  door: MetricsScope;
}

/**
 * The query of a model's trigger where the measured queue does not tell what it gives. Undefined: the queue tells, there
 * is no such trigger, or it asks a Prometheus that the console has no way to.
 */
export function ownTriggerQuery(model: ServedModel): TriggerQuery | undefined {
  const trigger = readsOwnQueue(model) ? undefined : askedTrigger(model);
  if (trigger === undefined || trigger.query.trim() === '') return undefined;
  const door = doorOf(trigger);
  return door && { query: trigger.query, door };
}

/** The same as a group of queries with its one line, "trigger"; empty where there is none. */
export function ownTriggerGroup(model: ServedModel): readonly (readonly ['trigger', string, MetricsScope])[] {
  const trigger = ownTriggerQuery(model);
  return trigger === undefined ? [] : [['trigger', combined([['trigger', trigger.query]]), trigger.door]];
}
