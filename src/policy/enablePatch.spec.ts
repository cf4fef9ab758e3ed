import { applyPatch, type Operation } from 'fast-json-patch';
import { autoscalerClassOf } from '../resources/autoscalerClass';
import type { InferenceService } from '../resources/inferenceService';
import { anInferenceService, aPlainInferenceService } from '../resources/testObjects';
import { enablePatch } from './enablePatch';
import { readPolicy } from './readPolicy';

const key = 'serving.kserve.io/autoscalerClass';
const values = { minReplicas: 1, maxReplicas: 4, threshold: 2.5 };

function enabled(object: InferenceService, behavior?: Parameters<typeof enablePatch>[2]): InferenceService {
  const patch = enablePatch(object, values, behavior) as Operation[];
  return applyPatch(object, patch, true, false).newDocument;
}

const cpu = { type: 'Resource' as const, resource: { name: 'cpu' } };
const own = {
  type: 'External' as const,
  external: {
    metric: { backend: 'prometheus', query: 'sum(mine)', serverAddress: 'http://p' },
    target: { value: '9' },
  },
};

it.each<[string, InferenceService]>([
  ['one without annotations', aPlainInferenceService()],
  ['one with other annotations', aPlainInferenceService({ annotations: { a: 'b' } })],
  ['one of class hpa', aPlainInferenceService({ annotations: { [key]: 'hpa' } })],
  ['one whose predictor says none', anInferenceService({ annotations: { [key]: 'none' } })],
  ['one on CPU', anInferenceService({ scaleMetric: 'cpu', autoScaling: { metrics: [cpu] } })],
  ['one with an empty autoScaling', anInferenceService({ autoScaling: {} })],
  ['one with a metric of its own', anInferenceService({ autoScaling: { metrics: [cpu, own] } })],
  ['one that has it all', anInferenceService()],
])('switches %s on in one patch', (_case, object) => {
  const after = enabled(object);
  expect(autoscalerClassOf(after)).toBe('keda');
  expect(readPolicy(after)).toMatchObject({ mode: 'keda', ...values });
  expect(after.spec.predictor.scaleMetric).toBeUndefined();
  const { [key]: before, ...others } = object.metadata.annotations ?? {};
  expect(after.metadata.annotations).toEqual({ ...others, [key]: 'keda' });
  expect(before).not.toBe('external');
});

it('asks Thanos for the model’s own queue, with the rights of a project', () => {
  expect(enabled(aPlainInferenceService()).spec.predictor.autoScaling).toEqual({
    metrics: [
      {
        type: 'External',
        external: {
          metric: {
            backend: 'prometheus',
            serverAddress: 'https://thanos-querier.openshift-monitoring.svc.cluster.local:9092',
            namespace: 'team-a',
            query: 'sum(vllm:num_requests_waiting{namespace="team-a",service="llama-metrics"})',
          },
          authenticationRef: {
            authModes: 'bearer',
            authenticationRef: { name: 'inference-prometheus-auth' },
          },
          target: { type: 'AverageValue', value: '2.5', averageValue: '2.5' },
        },
      },
    ],
  });
});

it('keeps a query that is there, and replaces metrics that are none of Prometheus', () => {
  expect(readPolicy(enabled(anInferenceService({ autoScaling: { metrics: [own] } }))).query).toBe(
    'sum(mine)',
  );
  const after = enabled(anInferenceService({ autoScaling: { metrics: [cpu] } }));
  expect(after.spec.predictor.autoScaling?.metrics).toHaveLength(1);
});

describe('behavior', () => {
  const behavior = { scaleDown: { stabilizationWindowSeconds: 60 } };

  it.each<[string, InferenceService]>([
    ['nothing', aPlainInferenceService()],
    ['an empty autoScaling', anInferenceService({ autoScaling: {} })],
    ['a metric', anInferenceService()],
  ])('is written beside %s when asked for', (_case, object) => {
    expect(readPolicy(enabled(object, behavior)).scaleDownWindowSeconds).toBe(60);
    expect(enabled(object).spec.predictor.autoScaling).not.toHaveProperty('behavior');
  });

  it('that is there stays', () => {
    const object = anInferenceService({ autoScaling: { metrics: [cpu], behavior } });
    expect(readPolicy(enabled(object)).scaleDownWindowSeconds).toBe(60);
  });
});

it('begins with a test of the version', () => {
  expect(enablePatch(aPlainInferenceService(), values)[0]).toEqual({
    op: 'test',
    path: '/metadata/resourceVersion',
    value: '7',
  });
});

it('never touches the deployment mode', () => {
  const object = aPlainInferenceService({
    annotations: { 'serving.kserve.io/deploymentMode': 'RawDeployment' },
  });
  expect(enabled(object).metadata.annotations?.['serving.kserve.io/deploymentMode']).toBe('RawDeployment');
});
