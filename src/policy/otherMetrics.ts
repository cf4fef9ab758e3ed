import type { InferenceService } from '../resources/inferenceService';
import { prometheusMetricOf } from '../resources/prometheusMetric';
import { storedTriggers } from './autoscalingPolicy';

/** What a model's autoscaling counts beside its Prometheus triggers, such as "cpu": nobody here edits that. */
export function otherMetrics(inferenceService: InferenceService): string[] {
  const metrics = inferenceService.spec.predictor.autoScaling?.metrics ?? [];
  const ours = new Set(storedTriggers(inferenceService).map(({ index }) => index));
  return metrics.flatMap(({ type, resource, external }, index) =>
    ours.has(index) ? [] : [resource?.name ?? external?.metric.backend ?? type],
  );
}

/** What enablePatch makes of them: it edits a Prometheus metric that is there, and writes the list anew where none is. */
export function otherMetricsWhenEnabled(
  inferenceService: InferenceService,
): { become: 'kept' | 'replaced'; metrics: readonly string[] } | undefined {
  const metrics = otherMetrics(inferenceService);
  if (metrics.length === 0) return undefined;
  return { become: prometheusMetricOf(inferenceService) === undefined ? 'replaced' : 'kept', metrics };
}
