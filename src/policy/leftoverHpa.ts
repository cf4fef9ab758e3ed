import { autoscalerClassOf } from '../resources/autoscalerClass';
import type { HorizontalPodAutoscaler } from '../resources/horizontalPodAutoscaler';
import { ownHpaOf } from '../resources/ownHpa';
import type { ServedModel } from '../resources/servedModel';

/**
 * KServe's own HPA that is still there although the class is keda; KServe deletes it never, and KEDA's webhook refuses
 * the ScaledObject while it exists (kserve#5196). Delete it after the class was changed, else KServe makes it anew.
 * Undefined when there is none or somebody else owns it.
 */
export function leftoverHpa(model: ServedModel): HorizontalPodAutoscaler | undefined {
  return autoscalerClassOf(model.inferenceService) === 'keda' ? ownHpaOf(model) : undefined;
}
