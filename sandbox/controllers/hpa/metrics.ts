import type { ExternalMetricSpec, ResourceMetricSpec } from '../../../src/resources/horizontalPodAutoscaler';
import { parseQuantity } from '../../../src/resources/quantity';
import type { MetricReading } from '../../../src/simulator/autoscaler';
import { selectorText } from '../podState';
import { formatQuantity } from '../quantity';
import type { MetricSpec } from './autoscaler';
import { selectorInGo } from './autoscaler';

/** The target whose metrics are asked for. */
export interface MetricsScope {
  namespace: string;
  /** Pods that exist, not ready ones included. */
  existing: number;
  ready: number;
  /** The external metrics API; undefined when nobody serves it. */
  adapterUrl?: string;
}

/** One metric as read: for the algorithm, for status.currentMetrics, and the reason of its error. */
export interface MetricResult {
  reading: MetricReading;
  current?: Record<string, unknown>;
  errorReason?: 'FailedGetExternalMetric' | 'FailedGetResourceMetric';
}

/**
 * CPU use of a serving pod, percent of its request. There is no metrics.k8s.io here, and a vLLM pod's CPU says nothing
 * about its queue: any number below the target keeps a CPU HPA at its minimum, which is what KServe's HPA does to GPU models.
 */
const assumedUtilization = 5;

async function fetchValue(url: string): Promise<{ value: number } | { message: string }> {
  try {
    const response = await fetch(url);
    const body = (await response.json()) as { message?: string; items?: { value: string }[] };
    if (!response.ok) return { message: body.message ?? `status ${String(response.status)}` };
    const values = (body.items ?? []).map(({ value }) => parseQuantity(value) ?? 0);
    if (values.length === 0) return { message: 'no metrics returned from external metrics API' };
    return { value: values.reduce((sum, value) => sum + value, 0) };
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
}

async function externalResult(
  { external }: ExternalMetricSpec,
  { namespace, existing, adapterUrl }: MetricsScope,
): Promise<MetricResult> {
  const { metric, target } = external;
  const labels = metric.selector?.matchLabels ?? {};
  const path = `/apis/external.metrics.k8s.io/v1beta1/namespaces/${namespace}/${metric.name}`;
  const missing = `the server could not find the requested resource (get ${metric.name}.external.metrics.k8s.io)`;
  const answer =
    adapterUrl === undefined
      ? { message: missing }
      : await fetchValue(`${adapterUrl}${path}?labelSelector=${encodeURIComponent(selectorText(labels))}`);
  if ('message' in answer) {
    const what = `${namespace}/${metric.name}/${selectorInGo(labels)}`;
    const error = `unable to get external metric ${what}: unable to fetch metrics from external metrics API: ${answer.message}`;
    return { reading: { error }, errorReason: 'FailedGetExternalMetric' };
  }
  const current =
    target.type === 'AverageValue'
      ? { averageValue: formatQuantity(existing === 0 ? answer.value : answer.value / existing) }
      : { value: formatQuantity(answer.value) };
  return { reading: answer, current: { type: 'External', external: { metric, current } } };
}

function resourceResult({ resource }: ResourceMetricSpec, { ready }: MetricsScope): MetricResult {
  if (ready === 0 || resource.name !== 'cpu') {
    const error = `failed to get ${resource.name} utilization: unable to get metrics for resource ${resource.name}: no metrics returned from resource metrics API`;
    return { reading: { error }, errorReason: 'FailedGetResourceMetric' };
  }
  const current = {
    averageUtilization: assumedUtilization,
    averageValue: `${String(assumedUtilization * 10)}m`,
  };
  return {
    reading: { value: assumedUtilization },
    current: { type: 'Resource', resource: { name: resource.name, current } },
  };
}

/** Reads the metrics of an HPA, in their order. */
export async function readMetrics(
  metrics: readonly MetricSpec[],
  scope: MetricsScope,
): Promise<MetricResult[]> {
  return Promise.all(
    metrics.map(async (metric) =>
      metric.type === 'External' ? await externalResult(metric, scope) : resourceResult(metric, scope),
    ),
  );
}
