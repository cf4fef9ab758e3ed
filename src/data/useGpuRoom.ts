import { useCallback } from 'react';
import { escapedRegex, quoted } from '../queries/labels';
import { queryInstant } from './prometheus';
import type { MetricsScope } from './prometheus';
import { useMetricsScope } from './useMetricsScope';
import { usePoll } from './usePoll';

/** GPUs of the cluster and the project's tightest quota for them; what the user may not see is absent. */
export interface GpuRoom {
  gpus?: { allocatable: number; free: number };
  quota?: { hard: number; used: number };
}

const nothing: GpuRoom = {};

/** kube-state-metrics writes "_" for each character of a resource name that a label value should not have. */
function resourceMatcher(resources: readonly string[]): string {
  return `resource=~${quoted(resources.map((name) => name.replaceAll(/[^a-zA-Z0-9]/g, '_')).join('|'))}`;
}

async function clusterGpus(resources: readonly string[], signal: AbortSignal): Promise<GpuRoom['gpus']> {
  const matcher = resourceMatcher(resources);
  const live = 'max by (namespace, pod) (kube_pod_status_phase{phase=~"Pending|Running"} == 1)';
  const [allocatable, used] = await Promise.all(
    [
      `sum(kube_node_status_allocatable{${matcher}})`,
      `sum(kube_pod_container_resource_requests{${matcher},node!=""} * on (namespace, pod) group_left() ${live})`,
    ].map((query) => queryInstant({ path: 'cluster' }, query, signal)),
  );
  const total = allocatable?.[0]?.points[0]?.[1];
  // No series: no pod asks for a GPU.
  const taken = used?.[0]?.points[0]?.[1] ?? 0;
  return total === undefined ? undefined : { allocatable: total, free: Math.max(0, total - taken) };
}

/** A ResourceQuota keeps the resource's own name, with "requests." before it. */
async function quotaOf(
  scope: MetricsScope,
  namespace: string,
  resources: readonly string[],
  signal: AbortSignal,
): Promise<GpuRoom['quota']> {
  const names = resources.map((name) => escapedRegex(`requests.${name}`)).join('|');
  const matchers = `namespace=${quoted(namespace)},resource=~${quoted(names)}`;
  const series = await queryInstant(scope, `kube_resourcequota{${matchers}}`, signal);
  const byName = new Map<string, { hard?: number; used?: number }>();
  for (const { labels, points } of series) {
    const { resourcequota = '', type = '' } = labels;
    byName.set(resourcequota, { ...byName.get(resourcequota), [type]: points[0]?.[1] });
  }
  const whole = [...byName.values()].flatMap(({ hard, used }) =>
    hard === undefined || used === undefined ? [] : [{ hard, used }],
  );
  return whole.toSorted((a, b) => a.hard - a.used - (b.hard - b.used))[0];
}

/** Polls how many GPUs of these kinds ("nvidia.com/gpu") there are room for. `resources` keeps its identity. */
export function useGpuRoom(namespace: string, resources: readonly string[]): GpuRoom {
  const { scope } = useMetricsScope(namespace);
  const job = useCallback(
    async (signal: AbortSignal): Promise<GpuRoom> => {
      if (scope === undefined || resources.length === 0) return nothing;
      const [gpus, quota] = await Promise.all([
        scope.path === 'cluster' ? clusterGpus(resources, signal) : undefined,
        quotaOf(scope, namespace, resources, signal),
      ]);
      return { ...(gpus && { gpus }), ...(quota && { quota }) };
    },
    [scope, namespace, resources],
  );
  return usePoll(scope === undefined ? undefined : job).data ?? nothing;
}
