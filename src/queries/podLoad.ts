import { combined, lineLabel } from './combined';
import type { ModelName } from './vllm';
import { vllmSelector } from './vllm';

/** What is asked of each pod: requests that wait, requests that run, share of its KV cache in use (0 to 1). */
export const podMetrics = ['waiting', 'running', 'kvCache'] as const;

/** One of them. */
export type PodMetric = (typeof podMetrics)[number];

/** vLLM's names; the second one of the KV cache is from before 0.10. */
const namesOf: Readonly<Record<PodMetric, readonly string[]>> = {
  waiting: ['num_requests_waiting'],
  running: ['num_requests_running'],
  kvCache: ['kv_cache_usage_perc', 'gpu_cache_usage_perc'],
};

/** All numbers of a model's pods in one query: a series for each pod and metric; read them with podLoads. */
export function podLoadQuery(model: ModelName): string {
  const matchers = vllmSelector(model);
  return combined(
    podMetrics.map((metric) => {
      // A pod with data parallelism has several engines: their requests add up, the fullest cache is the one to see.
      const aggregation = metric === 'kvCache' ? 'max' : 'sum';
      const parts = namesOf[metric].flatMap((name) =>
        ['vllm', 'kserve_vllm'].map((prefix) => `${aggregation} by (pod) (${prefix}:${name}${matchers})`),
      );
      return [metric, parts.join(' or ')] as const;
    }),
  );
}

/** The numbers of one pod; what is not measured is absent. */
export type PodLoad = Partial<Record<PodMetric, number>>;

/** The answer of podLoadQuery by the names of the pods; a value that is no number is left out. */
export function podLoads(
  series: readonly {
    labels: Readonly<Record<string, string>>;
    points: readonly (readonly [number, number])[];
  }[],
): ReadonlyMap<string, PodLoad> {
  const loads = new Map<string, PodLoad>();
  for (const { labels, points } of series) {
    const { pod } = labels;
    const metric = podMetrics.find((name) => name === labels[lineLabel]);
    const value = points[0]?.[1];
    if (pod === undefined || metric === undefined || value === undefined || !Number.isFinite(value)) continue;
    loads.set(pod, { ...loads.get(pod), [metric]: value });
  }
  return loads;
}
