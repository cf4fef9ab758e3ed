import { autoscalerClassAnnotation } from '../../resources/autoscalerClass';
import type { InferenceService } from '../../resources/inferenceService';
import type { ScaledObject } from '../../resources/scaledObject';

/** The parts of an InferenceService that a policy can change. */
export function scalingPart({ metadata, spec }: InferenceService): unknown {
  const { minReplicas, maxReplicas, autoScaling } = spec.predictor;
  const annotation = metadata.annotations?.[autoscalerClassAnnotation];
  return {
    metadata: { annotations: { [autoscalerClassAnnotation]: annotation } },
    spec: { predictor: { minReplicas, maxReplicas, autoScaling } },
  };
}

/** The parts of a model's own ScaledObject that can be edited. */
export function httpScalingPart({ spec }: ScaledObject): unknown {
  const { minReplicaCount, maxReplicaCount, cooldownPeriod, initialCooldownPeriod, advanced, triggers } =
    spec;
  return {
    spec: { minReplicaCount, maxReplicaCount, cooldownPeriod, initialCooldownPeriod, advanced, triggers },
  };
}
