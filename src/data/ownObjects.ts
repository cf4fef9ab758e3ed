import { horizontalPodAutoscalerKind, scaledObjectKind } from '../resources/kinds';
import { isOwnedBy } from '../resources/owner';
import { ownHpaOf } from '../resources/ownHpa';
import type { ServedModel } from '../resources/servedModel';
import type { ObjectPlace } from './change';

/** KServe's own HPA, which has to go once KEDA scales the model: nobody else removes it, and KEDA does not tolerate it. */
export function ownHpaPlace(model: ServedModel): ObjectPlace | undefined {
  const hpa = ownHpaOf(model);
  if (hpa === undefined) return undefined;
  const { namespace = '', name } = hpa.metadata;
  return { kind: horizontalPodAutoscalerKind, namespace, name };
}

/** KServe's ScaledObject, which stays and goes on scaling when the class leaves keda: nobody else removes it. */
export function ownScaledObjectPlace({
  inferenceService,
  scaledObject,
}: ServedModel): ObjectPlace | undefined {
  if (scaledObject === undefined || !isOwnedBy(scaledObject, inferenceService)) return undefined;
  const { namespace = '', name } = scaledObject.metadata;
  return { kind: scaledObjectKind, namespace, name };
}
