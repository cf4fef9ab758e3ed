import { autoscalerClassOf } from './autoscalerClass';
import type { ScaledObject } from './scaledObject';
import type { ServedModel } from './servedModel';

/** Makes KEDA keep at least one replica, whatever the triggers say; KEDA 2.18 and newer (apis/keda/v1alpha1/scaledobject_types.go). */
export const forceActivationAnnotation = 'autoscaling.keda.sh/force-activation';

/** Whether something in front of the model sees a request before there is a replica: the HTTP add-on's trigger. */
export function isWokenByRequests({ scaledObject }: ServedModel): boolean {
  return scaledObject?.spec.triggers.some(({ type }) => type === 'external-push') ?? false;
}

/**
 * Whether the model is scaled by requests with a ScaledObject of its own (mode http of the chart): KServe leaves it to
 * others (class external), and what scales it is edited in the ScaledObject.
 */
export function isScaledByHttp(model: ServedModel): boolean {
  return autoscalerClassOf(model.inferenceService) === 'external' && isWokenByRequests(model);
}

/** Whether KEDA is told to keep the model awake. */
export function isKeptAwake({ metadata }: ScaledObject): boolean {
  return metadata.annotations?.[forceActivationAnnotation] === 'true';
}
