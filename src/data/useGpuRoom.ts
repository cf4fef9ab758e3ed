import { useMemo } from 'react';
import { gpuQuotaQuery, gpusOnNodesQuery, gpusTakenQuery } from '../queries/gpuRoom';
import { askWithFallback } from './fallback';
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

async function clusterGpus(resources: readonly string[], signal: AbortSignal): Promise<GpuRoom['gpus']> {
  const [allocatable, used] = await Promise.all(
    [gpusOnNodesQuery(resources), gpusTakenQuery(resources)].map((query) =>
      queryInstant({ path: 'cluster' }, query, signal),
    ),
  );
  const total = allocatable?.[0]?.points[0]?.[1];
  // No series: no pod asks for a GPU.
  const taken = used?.[0]?.points[0]?.[1] ?? 0;
  return total === undefined ? undefined : { allocatable: total, free: Math.max(0, total - taken) };
}

/** The quota that leaves the least. */
async function quotaOf(
  scope: MetricsScope,
  namespace: string,
  resources: readonly string[],
  signal: AbortSignal,
): Promise<GpuRoom['quota']> {
  const series = await queryInstant(scope, gpuQuotaQuery(namespace, resources), signal);
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

/** Asks for the room where the user may; nodes are seen by the cluster-wide path only. */
export async function gpuRoom(
  scope: MetricsScope,
  namespace: string,
  resources: readonly string[],
  signal: AbortSignal,
): Promise<GpuRoom> {
  if (resources.length === 0) return nothing;
  return askWithFallback(scope, namespace, async (place) => {
    const [gpus, quota] = await Promise.all([
      place.path === 'cluster' ? clusterGpus(resources, signal) : undefined,
      quotaOf(place, namespace, resources, signal),
    ]);
    return { ...(gpus && { gpus }), ...(quota && { quota }) };
  });
}

/** Polls how many GPUs of these kinds ("nvidia.com/gpu") there are room for. `resources` keeps its identity. */
export function useGpuRoom(namespace: string, resources: readonly string[]): GpuRoom {
  const { scope } = useMetricsScope(namespace);
  const job = useMemo(
    () => scope && ((signal: AbortSignal) => gpuRoom(scope, namespace, resources, signal)),
    [scope, namespace, resources],
  );
  return usePoll(job).data ?? nothing;
}
