import type { InferenceService } from '../resources/inferenceService';
import { readAutoscalingPolicy, storedTriggers, type AutoscalingPolicy } from './autoscalingPolicy';
import type { PolicyValues } from './policy';
import { ownTrigger } from './trigger';

/**
 * The policy that hands a model to KEDA: what is stored, with these numbers. The first Prometheus trigger keeps its query
 * and takes the threshold; without one there is a trigger on the waiting requests.
 */
export function turnOnPolicy(
  inferenceService: InferenceService,
  { threshold, ...bounds }: PolicyValues,
): AutoscalingPolicy {
  const { namespace = '', name } = inferenceService.metadata;
  const stored = readAutoscalingPolicy(inferenceService);
  const [first = ownTrigger('waiting', { namespace, name }, threshold), ...others] = stored.triggers;
  return { ...stored, ...bounds, mode: 'keda', triggers: [{ ...first, threshold }, ...others] };
}

/**
 * What the model's metrics beside the Prometheus ones measure, such as cpu. They stay as they are: KServe makes a trigger
 * of each, and the HPA takes the highest proposal.
 */
export function otherMetrics(inferenceService: InferenceService): string[] {
  const prometheus = new Set(storedTriggers(inferenceService).map(({ index }) => index));
  const metrics = inferenceService.spec.predictor.autoScaling?.metrics ?? [];
  return metrics
    .filter((_metric, index) => !prometheus.has(index))
    .map(({ type, resource, external }) => resource?.name ?? external?.metric.backend ?? type);
}
