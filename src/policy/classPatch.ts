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
    ...(autoscalerClass === 'keda' ? otherComponentsPatch(inferenceService) : []),
    ...annotationPatch(inferenceService, autoscalerClassAnnotation, autoscalerClass),
    ...(ofPredictor === undefined ? [] : [{ op: 'replace' as const, path, value: autoscalerClass }]),
  ];
}

/**
 * The class of the object counts for its transformer and explainer, too. Without triggers of their own KServe would make
 * ScaledObjects without triggers for them, which KEDA 2.20 refuses (kserve#6029): they keep the class that they have.
 */
function otherComponentsPatch({ metadata, spec }: InferenceService): PatchOperation[] {
  const before = metadata.annotations?.[autoscalerClassAnnotation] ?? 'hpa';
  return (['transformer', 'explainer'] as const).flatMap((name): PatchOperation[] => {
    const component = spec[name];
    if (component === undefined || component.autoScaling !== undefined || before === 'keda') return [];
    const { annotations } = component;
    const path = `/spec/${name}/annotations`;
    if (annotations === undefined) {
      return [{ op: 'add', path, value: { [autoscalerClassAnnotation]: before } }];
    }
    return annotations[autoscalerClassAnnotation] === undefined
      ? [{ op: 'add', path: `${path}/${pointerStep(autoscalerClassAnnotation)}`, value: before }]
      : [];
  });
}
