import type { AutoScalingMetric, ExternalMetric, InferenceService } from './inferenceService';

/** An External metric and its place in spec.predictor.autoScaling.metrics. */
export interface PrometheusMetric {
  index: number;
  external: ExternalMetric;
}

/** The first External metric with the backend prometheus; undefined when there is none. */
export function prometheusMetricOf(inferenceService: InferenceService): PrometheusMetric | undefined {
  const metrics = inferenceService.spec.predictor.autoScaling?.metrics ?? [];
  const index = metrics.findIndex(isPrometheus);
  const external = metrics[index]?.external;
  return external && { index, external };
}

/** Number of External metrics, whatever their backend. */
export function externalMetricCount(inferenceService: InferenceService): number {
  const metrics = inferenceService.spec.predictor.autoScaling?.metrics ?? [];
  return metrics.filter((metric) => metric.type === 'External').length;
}

function isPrometheus(metric: AutoScalingMetric): boolean {
  return metric.type === 'External' && metric.external?.metric.backend === 'prometheus';
}
