import type { ObjectMeta } from './object';
import type { ScaledObject } from './scaledObject';
import type { ServedModel } from './servedModel';
import { aDeployment, anInferenceService, aScaledObject, aServedModel } from './testObjects';

/** Builders for specs: model llama of mode http, with a ScaledObject of its own that scales it from 0 to 3. */
export const httpTriggers = [
  { type: 'external-push', name: 'http', metadata: { interceptorRoute: 'llama' } },
  { type: 'prometheus', name: 'queue', metadata: { query: 'sum(q)', threshold: '2' } },
];

/** ScaledObject llama-http: nobody made it but the chart. */
export function aHttpScaledObject(
  spec: Partial<ScaledObject['spec']> = {},
  meta: Partial<ObjectMeta> = {},
): ScaledObject {
  return aScaledObject(
    { minReplicaCount: 0, maxReplicaCount: 3, triggers: httpTriggers, ...spec },
    { name: 'llama-http', ownerReferences: [], ...meta },
  );
}

/** The model with so many replicas. */
export function aHttpModel(scaledObject = aHttpScaledObject(), replicas = 1): ServedModel {
  const annotations = {
    'serving.kserve.io/deploymentMode': 'Standard',
    'serving.kserve.io/autoscalerClass': 'external',
  };
  return aServedModel({
    inferenceService: anInferenceService({}, { annotations }),
    scaledObject,
    deployment: aDeployment(replicas),
  });
}
