import { replicasOf } from './replicas';
import {
  aDeployment,
  aKedaHpa,
  aKserveHpa,
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from './testObjects';
import type { ServedModel } from './servedModel';

function bare(parts: Partial<ServedModel> = {}): ServedModel {
  return {
    key: 'team-a/llama',
    namespace: 'team-a',
    name: 'llama',
    inferenceService: anInferenceService(),
    pendingPods: [],
    ...parts,
  };
}

it('tells what is wanted, asked for, there and ready', () => {
  const model = aServedModel({
    kedaHpa: aKedaHpa({ desiredReplicas: 6 }),
    deployment: aDeployment(3, 1, 2),
  });
  expect(replicasOf(model)).toEqual({ desired: 6, spec: 3, current: 2, ready: 1, min: 1, max: 3 });
});

it.each<[string, ServedModel, number | undefined]>([
  ['the Deployment without an HPA', bare({ deployment: aDeployment(2) }), 2],
  [
    'the Deployment when the HPA has not synced',
    aServedModel({ kedaHpa: { ...aKedaHpa(), status: {} }, deployment: aDeployment(2) }),
    2,
  ],
  [
    'nothing at 0 replicas, whatever a resting HPA says',
    aServedModel({ kedaHpa: aKedaHpa({ desiredReplicas: 3 }), deployment: aDeployment(0) }),
    0,
  ],
  [
    'the Deployment just woken, before the HPA has synced',
    aServedModel({ kedaHpa: aKedaHpa({ desiredReplicas: 0 }), deployment: aDeployment(1) }),
    1,
  ],
  ['the HPA when the Deployment cannot be read', bare({ kedaHpa: aKedaHpa({ desiredReplicas: 2 }) }), 2],
  [
    'KServe’s HPA for the class hpa',
    bare({
      inferenceService: aPlainInferenceService(),
      kserveHpa: aKserveHpa({ desiredReplicas: 3 }),
      deployment: aDeployment(1),
    }),
    3,
  ],
  [
    'not KServe’s leftover HPA for the class keda',
    bare({ kserveHpa: aKserveHpa({ desiredReplicas: 3 }), deployment: aDeployment(1) }),
    1,
  ],
  ['nobody', bare(), undefined],
])('wanted is what %s says', (_case, model, desired) => {
  expect(replicasOf(model).desired).toBe(desired);
});

it('counts a Deployment without a number as 1 and one without a status as none', () => {
  const deployment = aDeployment(3);
  delete deployment.spec.replicas;
  delete deployment.status;
  expect(replicasOf(bare({ deployment }))).toMatchObject({ desired: 1, spec: 1, current: 0, ready: 0 });
});

it.each<[string, ServedModel, [number, number]]>([
  ['the ScaledObject', aServedModel({ kserveHpa: aKserveHpa() }), [1, 3]],
  ['the defaults of KEDA', bare({ scaledObject: withoutBounds() }), [0, 100]],
  ['KServe’s HPA', bare({ kserveHpa: aKserveHpa() }), [1, 4]],
  ['the InferenceService', bare({ inferenceService: anInferenceService({ minReplicas: 2 }) }), [2, 3]],
  ['the minimum when no maximum is set', bare({ inferenceService: aPlainInferenceService() }), [1, 1]],
  [
    'the minimum when the maximum is 0',
    bare({ inferenceService: anInferenceService({ minReplicas: 2, maxReplicas: 0 }) }),
    [2, 2],
  ],
])('the bounds are those of %s', (_case, model, [min, max]) => {
  expect(replicasOf(model)).toMatchObject({ min, max });
});

it('takes 1 for an HPA without a minimum', () => {
  const kserveHpa = aKserveHpa();
  delete kserveHpa.spec.minReplicas;
  expect(replicasOf(bare({ kserveHpa })).min).toBe(1);
});

function withoutBounds() {
  const scaledObject = aScaledObject();
  delete scaledObject.spec.minReplicaCount;
  delete scaledObject.spec.maxReplicaCount;
  return scaledObject;
}
