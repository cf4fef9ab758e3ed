import { autoscalerClassAnnotation } from '../resources/autoscalerClass';
import type { InferenceService } from '../resources/inferenceService';
import { annotationPatch } from './annotationPatch';
import { pointerStep, type PatchOperation } from './patchOperation';

/**
 * Writes the class. It is an annotation, which KServe copies into the pod template: the pods restart. An annotation of
 * the predictor wins over that of the object, so it follows where there is one.
 */
export function classPatch(
  inferenceService: InferenceService,
  autoscalerClass: 'keda' | 'hpa' | 'none',
): PatchOperation[] {
  const ofPredictor = inferenceService.spec.predictor.annotations?.[autoscalerClassAnnotation];
  const path = `/spec/predictor/annotations/${pointerStep(autoscalerClassAnnotation)}`;
  return [
    ...annotationPatch(inferenceService, autoscalerClassAnnotation, autoscalerClass),
    ...(ofPredictor === undefined ? [] : [{ op: 'replace' as const, path, value: autoscalerClass }]),
  ];
}
