import type { HorizontalPodAutoscaler } from './horizontalPodAutoscaler';
import { createModelJoin, joinModels } from './joinModels';
import type { ClusterObjects, ServedModel } from './servedModel';
import {
  aDeployment,
  aKedaHpa,
  aKserveHpa,
  anInferenceService,
  aPendingPod,
  aScaledObject,
} from './testObjects';

function objects(changes: Partial<ClusterObjects> = {}): ClusterObjects {
  return {
    inferenceServices: [anInferenceService()],
    scaledObjects: [aScaledObject()],
    horizontalPodAutoscalers: [aKedaHpa()],
    deployments: [aDeployment()],
    pendingPods: [],
    ...changes,
  };
}

function llama(changes: Partial<ClusterObjects> = {}): ServedModel | undefined {
  return joinModels(objects(changes)).get('team-a/llama');
}

it('joins by reference', () => {
  const all = objects({ pendingPods: [aPendingPod()] });
  const model = joinModels(all).get('team-a/llama');
  expect(model).toMatchObject({ key: 'team-a/llama', namespace: 'team-a', name: 'llama' });
  expect(model?.scaledObject).toBe(all.scaledObjects[0]);
  expect(model?.kedaHpa).toBe(all.horizontalPodAutoscalers[0]);
  expect(model?.deployment).toBe(all.deployments[0]);
  expect(model?.pendingPods).toEqual(all.pendingPods);
  expect(model).not.toHaveProperty('kserveHpa');
});

it('keeps to the namespace', () => {
  const elsewhere = { metadata: { name: 'llama-predictor', namespace: 'team-b' } };
  const model = llama({
    scaledObjects: [aScaledObject({}, { namespace: 'team-b' })],
    deployments: [{ ...aDeployment(), ...elsewhere }],
  });
  expect(model).not.toHaveProperty('scaledObject');
  expect(model).not.toHaveProperty('deployment');
});

describe('the ScaledObject', () => {
  it('may have a name of its own and belong to nobody', () => {
    const http = aScaledObject({}, { name: 'llama-http', ownerReferences: [] });
    expect(llama({ scaledObjects: [http] })?.scaledObject).toBe(http);
  });

  it('is KServe’s own before another for the same target', () => {
    const other = aScaledObject({}, { name: 'a-first', ownerReferences: [] });
    const own = aScaledObject();
    expect(llama({ scaledObjects: [other, own] })?.scaledObject).toBe(own);
  });

  it('of another kind of target is another’s', () => {
    const set = aScaledObject(
      { scaleTargetRef: { name: 'llama-predictor', kind: 'StatefulSet' } },
      { name: 'set' },
    );
    expect(llama({ scaledObjects: [set] })).not.toHaveProperty('scaledObject');
  });

  it('named like the predictor counts only when the InferenceService owns it', () => {
    const moved = { scaleTargetRef: { name: 'elsewhere' } };
    const own = aScaledObject(moved);
    expect(llama({ scaledObjects: [own] })?.scaledObject).toBe(own);
    const foreign = aScaledObject(moved, { ownerReferences: [] });
    expect(llama({ scaledObjects: [foreign] })).not.toHaveProperty('scaledObject');
  });
});

describe('the HPAs', () => {
  const ofKeda = (name: string): HorizontalPodAutoscaler => ({
    ...aKedaHpa(),
    metadata: { ...aKedaHpa().metadata, name },
  });

  it('KEDA’s is the one that the ScaledObject names', () => {
    const scaledObject = aScaledObject({}, {}, { hpaName: 'custom' });
    const hpas = [aKedaHpa(), ofKeda('custom')];
    const model = llama({ scaledObjects: [scaledObject], horizontalPodAutoscalers: hpas });
    expect(model?.kedaHpa).toBe(hpas[1]);
  });

  it('KEDA’s has the usual name before the status tells', () => {
    const model = llama({ scaledObjects: [aScaledObject({}, {}, {})] });
    expect(model?.kedaHpa?.metadata.name).toBe('keda-hpa-llama-predictor');
  });

  it('KServe’s stands beside it', () => {
    const kserve = aKserveHpa();
    expect(llama({ horizontalPodAutoscalers: [aKedaHpa(), kserve] })?.kserveHpa).toBe(kserve);
  });

  it('KEDA’s is not taken for KServe’s when it has taken over the name', () => {
    const taken = ofKeda('llama-predictor');
    const scaledObject = aScaledObject({}, {}, { hpaName: 'llama-predictor' });
    const model = llama({ scaledObjects: [scaledObject], horizontalPodAutoscalers: [taken] });
    expect(model?.kedaHpa).toBe(taken);
    expect(model).not.toHaveProperty('kserveHpa');
    const left = llama({ scaledObjects: [], horizontalPodAutoscalers: [taken] });
    expect(left).not.toHaveProperty('kserveHpa');
  });
});

it('finds the Deployment of a named predictor, and of one that has lost its name', () => {
  const named = { ...aDeployment(), metadata: { name: 'llama-blue-predictor', namespace: 'team-a' } };
  const inferenceServices = [anInferenceService({ name: 'blue' })];
  expect(llama({ inferenceServices, deployments: [aDeployment(), named] })?.deployment).toBe(named);
  expect(llama({ inferenceServices })?.deployment?.metadata.name).toBe('llama-predictor');
});

it.each([
  ['another model', { labels: { 'serving.kserve.io/inferenceservice': 'phi' } }, 'Pending' as const],
  [
    'the transformer',
    { labels: { 'serving.kserve.io/inferenceservice': 'llama', component: 'transformer' } },
    'Pending' as const,
  ],
  ['no model', {}, 'Pending' as const],
  ['a running replica', aPendingPod().metadata, 'Running' as const],
])('leaves out a pod of %s', (_case, metadata, phase) => {
  const pod = {
    ...aPendingPod(),
    metadata: { name: 'p', namespace: 'team-a', ...metadata },
    status: { phase },
  };
  expect(llama({ pendingPods: [pod] })?.pendingPods).toEqual([]);
});

describe('identity', () => {
  const first = objects({
    inferenceServices: [anInferenceService(), anInferenceService({}, { name: 'phi' })],
    pendingPods: [aPendingPod()],
    horizontalPodAutoscalers: [aKedaHpa(), aKserveHpa()],
  });

  it('is kept when no part changed', () => {
    const join = createModelJoin();
    const before = join(first);
    const after = join({ ...first, pendingPods: [...first.pendingPods] });
    expect(after).toBe(before);
    expect([...after.keys()]).toEqual(['team-a/llama', 'team-a/phi']);
    expect(after.get('team-a/llama')).toBe(before.get('team-a/llama'));
    expect(after.get('team-a/phi')).toBe(before.get('team-a/phi'));
  });

  it.each<[string, Partial<ClusterObjects>]>([
    ['inferenceService', { inferenceServices: [anInferenceService()] }],
    ['scaledObject', { scaledObjects: [aScaledObject()] }],
    ['kedaHpa', { horizontalPodAutoscalers: [aKedaHpa(), ...first.horizontalPodAutoscalers.slice(1)] }],
    [
      'kserveHpa',
      { horizontalPodAutoscalers: [...first.horizontalPodAutoscalers.slice(0, 1), aKserveHpa()] },
    ],
    ['deployment', { deployments: [aDeployment()] }],
    ['a pod', { pendingPods: [aPendingPod()] }],
    ['the number of pods', { pendingPods: [] }],
  ])('changes with %s', (_part, changes) => {
    const join = createModelJoin();
    const before = join(first);
    const after = join({ ...first, ...changes });
    expect(after.get('team-a/llama')).not.toBe(before.get('team-a/llama'));
  });

  it('of one model does not depend on another', () => {
    const join = createModelJoin();
    const before = join(first);
    const after = join({ ...first, deployments: [aDeployment()] });
    expect(after.get('team-a/phi')).toBe(before.get('team-a/phi'));
  });
});

it('takes an object without a namespace as one of a namespace without a name', () => {
  const inferenceService = anInferenceService();
  delete inferenceService.metadata.namespace;
  const deployment = aDeployment();
  delete deployment.metadata.namespace;
  const models = joinModels(objects({ inferenceServices: [inferenceService], deployments: [deployment] }));
  expect(models.get('/llama')?.deployment).toBe(deployment);
});
