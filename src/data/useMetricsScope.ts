import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';
import type { MetricsScope } from './prometheus';

/** Where this user may ask. needsProject: only single projects, and none is chosen. */
export interface MetricsAccess {
  scope?: MetricsScope;
  needsProject: boolean;
}

// What kube-rbac-proxy asks before thanos-querier's cluster-wide port (cluster-monitoring-operator, thanos-querier).
const clusterMetrics = {
  group: 'monitoring.coreos.com',
  resource: 'prometheuses',
  subresource: 'api',
  name: 'k8s',
  namespace: 'openshift-monitoring',
  verb: 'get',
} as const;

/** Decides once between the cluster-wide path and the path of the project. Neither is set while the review runs. */
export function useMetricsScope(namespace: string | undefined): MetricsAccess {
  const [allowed, loading] = useAccessReview(clusterMetrics);
  return useMemo(() => {
    if (loading) return { needsProject: false };
    if (allowed) return { scope: { path: 'cluster' }, needsProject: false };
    if (namespace === undefined) return { needsProject: true };
    return { scope: { path: 'tenancy', namespace }, needsProject: false };
  }, [allowed, loading, namespace]);
}
