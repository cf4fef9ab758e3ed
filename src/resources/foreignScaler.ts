import { isOwnedBy } from './owner';
import { ownHpaOf } from './ownHpa';
import type { ServedModel } from './servedModel';

/** An autoscaler of somebody else on the model's Deployment. */
export interface ForeignScaler {
  kind: 'ScaledObject' | 'HorizontalPodAutoscaler';
  name: string;
}

/**
 * Who else scales the model: a ScaledObject or an HPA on its Deployment that KServe did not make. Beside it KEDA's webhook
 * refuses the ScaledObject that KServe would make (KEDA, scaledobject_webhook.go verifyScaledObjects and verifyHpas), and
 * the dry run of an InferenceService cannot tell, for KServe makes it later.
 */
export function foreignScalerOf(model: ServedModel): ForeignScaler | undefined {
  const { inferenceService, scaledObject, kserveHpa } = model;
  if (scaledObject !== undefined && !isOwnedBy(scaledObject, inferenceService))
    return { kind: 'ScaledObject', name: scaledObject.metadata.name };
  if (kserveHpa !== undefined && ownHpaOf(model) === undefined)
    return { kind: 'HorizontalPodAutoscaler', name: kserveHpa.metadata.name };
  return undefined;
}
