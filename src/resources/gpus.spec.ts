import { gpusOf, isGpuResource } from './gpus';
import type { Deployment } from './deployment';
import { aDeployment, anInferenceService, aPendingPod, aServedModel } from './testObjects';
import type { ServedModel } from './servedModel';

it.each([
  ['nvidia.com/gpu', true],
  ['nvidia.com/mig-1g.10gb', true],
  ['amd.com/gpu', true],
  ['habana.ai/gaudi', true],
  ['intel.com/gpu', true],
  ['gpu.intel.com/i915', true],
  ['cpu', false],
  ['nvidia.com/gpumem', false],
  ['nvidia.com/mig-', false],
  ['example.nvidia.com/gpu', false],
])('%s is a GPU: %s', (name, expected) => {
  expect(isGpuResource(name)).toBe(expected);
});

function deploymentWith(limits: Record<string, string>[], current = 1): Deployment {
  const deployment = aDeployment(current);
  const containers = limits.map((one, index) => ({
    name: `c${index.toString()}`,
    resources: { limits: one },
  }));
  return { ...deployment, spec: { ...deployment.spec, template: { spec: { containers } } } };
}

it('adds up the GPUs of all containers and kinds', () => {
  const deployment = deploymentWith([
    { 'nvidia.com/gpu': '2', memory: '2Gi' },
    { 'nvidia.com/gpu': '1', 'amd.com/gpu': '1' },
  ]);
  expect(gpusOf(aServedModel({ deployment }))).toEqual({
    perReplica: 4,
    resources: ['amd.com/gpu', 'nvidia.com/gpu'],
    allocated: 4,
    pending: 0,
  });
});

it('tells replicas without a node from those that hold their GPUs, pulling images among them', () => {
  const deployment = deploymentWith([{ 'nvidia.com/gpu': '2' }], 4);
  const pulling = aPendingPod('c');
  const pendingPods = [
    aPendingPod('a'),
    aPendingPod('b'),
    { ...pulling, spec: { ...pulling.spec, nodeName: 'gpu-0' } },
  ];
  expect(gpusOf(aServedModel({ deployment, pendingPods }))).toMatchObject({ allocated: 4, pending: 4 });
});

it('never counts less than none, when a pod is not yet in the Deployment’s status', () => {
  const model = aServedModel({ deployment: aDeployment(1, 0, 0), pendingPods: [aPendingPod()] });
  expect(gpusOf(model)).toMatchObject({ allocated: 0, pending: 1 });
});

it('takes none for a container without limits and for a quantity that is none', () => {
  const deployment = deploymentWith([{ 'nvidia.com/gpu': 'many' }]);
  expect(gpusOf(aServedModel({ deployment })).perReplica).toBe(0);
  const bare = aDeployment();
  bare.spec.template.spec.containers = [{ name: 'kserve-container' }];
  expect(gpusOf(aServedModel({ deployment: bare }))).toMatchObject({ perReplica: 0, resources: [] });
});

describe('without the Deployment', () => {
  function withoutDeployment(predictor: Record<string, unknown>): ServedModel {
    const model = aServedModel({ inferenceService: anInferenceService(predictor) });
    delete model.deployment;
    return model;
  }

  it.each([
    ['the model', {}, 1],
    ['a number', { model: { resources: { limits: { 'nvidia.com/gpu': 2 } } } }, 2],
    [
      'own containers',
      { model: {}, containers: [{ resources: { limits: { 'amd.com/gpu': '4' } } }, 'odd', null] },
      4,
    ],
    ['nothing that can be read', { model: { resources: { limits: { 'nvidia.com/gpu': true } } } }, 0],
    ['odd resources', { model: { resources: 'none' }, containers: 'none' }, 0],
  ])('the InferenceService tells: %s', (_case, predictor, perReplica) => {
    expect(gpusOf(withoutDeployment(predictor))).toMatchObject({ perReplica, allocated: 0, pending: 0 });
  });
});
