import type { PolicyTrigger } from '../policy/trigger';
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
