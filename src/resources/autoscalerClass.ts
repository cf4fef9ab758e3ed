import type { InferenceService } from './inferenceService';

/** Annotation that chooses who scales the model. */
export const autoscalerClassAnnotation = 'serving.kserve.io/autoscalerClass';

/**
 * The class in force: hpa, keda, external, none, or whatever is written. The annotation of the component wins over
 * that of the object, and absent means hpa (KServe pkg/constants/constants.go, components/predictor.go).
 */
export function autoscalerClassOf(inferenceService: InferenceService): string {
  return (
    inferenceService.spec.predictor.annotations?.[autoscalerClassAnnotation] ??
    inferenceService.metadata.annotations?.[autoscalerClassAnnotation] ??
    'hpa'
  );
}
