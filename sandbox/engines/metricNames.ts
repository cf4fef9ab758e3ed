import type { MetricFamily } from './metricFamily';

/** What a scenario may choose for a model's metrics: the names of an old vLLM, or those of KServe's own PodMonitors. */
export const metricNameSets = ['vllm-0.8', 'kserve'] as const;

/** One of them. */
export type MetricNameSet = (typeof metricNameSets)[number];

/** The metrics with the prefix that KServe's own PodMonitors put before vLLM's names (llmisvc/monitoring.go). */
export function withPrefix(families: readonly MetricFamily[]): MetricFamily[] {
  const prefix = 'kserve_';
  return families.map((family) => ({
    ...family,
    name: prefix + family.name,
    samples: family.samples.map((sample) => ({ ...sample, name: prefix + sample.name })),
  }));
}
