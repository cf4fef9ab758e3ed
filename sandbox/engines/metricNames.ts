import type { MetricFamily } from './metricFamily';

/** Names that an engine's metrics can have, beside today's of vLLM. */
export const metricNameSets = ['vllm-0.9', 'kserve'] as const;

/** One of them. */
export type MetricNames = (typeof metricNameSets)[number];

/** What vLLM called its metrics before 0.10 and 0.11 (vllm/v1/metrics/loggers.py). */
const before: Readonly<Record<string, string>> = {
  'vllm:kv_cache_usage_perc': 'vllm:gpu_cache_usage_perc',
  'vllm:inter_token_latency_seconds': 'vllm:time_per_output_token_seconds',
};

/** The set of this name; undefined for today's names, and for a name that nobody knows. */
export function metricNamesOf(name: string | undefined): MetricNames | undefined {
  return metricNameSets.find((known) => known === name);
}

/**
 * The metrics under the names of an older vLLM, or with the prefix that KServe's own PodMonitors put before vLLM's
 * names (llmisvc/monitoring.go).
 */
export function renamed(families: readonly MetricFamily[], names: MetricNames): MetricFamily[] {
  return families.map((family) => {
    const name = names === 'kserve' ? `kserve_${family.name}` : (before[family.name] ?? family.name);
    const samples = family.samples.map((sample) => ({
      ...sample,
      // A histogram's samples have endings of their own.
      name: name + sample.name.slice(family.name.length),
    }));
    return { ...family, name, samples };
  });
}
