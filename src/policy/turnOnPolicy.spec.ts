import { applyPatch, type Operation } from 'fast-json-patch';
import { autoscalerClassOf } from '../resources/autoscalerClass';
import type { InferenceService } from '../resources/inferenceService';
import { anInferenceService, aPlainInferenceService } from '../resources/testObjects';
import { readAutoscalingPolicy } from './autoscalingPolicy';
import { policyPatch } from './policyPatch';
import { readPolicy } from './readPolicy';
import { otherMetrics, turnOnPolicy } from './turnOnPolicy';

const key = 'serving.kserve.io/autoscalerClass';
const values = { minReplicas: 1, maxReplicas: 4, threshold: 2.5 };

function enabled(object: InferenceService): InferenceService {
  const patch = policyPatch(object, turnOnPolicy(object, values)) as Operation[];
  return applyPatch(object, patch, true, false).newDocument;
}

const onHpa = { annotations: { [key]: 'hpa' } };
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
  ['one on CPU', anInferenceService({ scaleMetric: 'cpu', autoScaling: { metrics: [cpu] } }, onHpa)],
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

it('keeps a query that is there, and metrics that are none of Prometheus', () => {
  const ofOwn = anInferenceService({ autoScaling: { metrics: [own] } }, onHpa);
  expect(readAutoscalingPolicy(enabled(ofOwn)).triggers).toMatchObject([
    { query: 'sum(mine)', threshold: 2.5 },
  ]);
  const ofCpu = anInferenceService({ autoScaling: { metrics: [cpu] } }, onHpa);
  const after = enabled(ofCpu);
  expect(after.spec.predictor.autoScaling?.metrics).toEqual([
    cpu,
    expect.objectContaining({ type: 'External' }),
  ]);
  expect(otherMetrics(ofCpu)).toEqual(['cpu']);
  expect(otherMetrics(after)).toEqual(['cpu']);
});

it('leaves a second trigger as it is, even where its threshold cannot be read', () => {
  const second = { type: 'External' as const, external: { ...own.external, target: { value: 'much' } } };
  const after = enabled(anInferenceService({ autoScaling: { metrics: [own, second] } }, onHpa));
  expect(after.spec.predictor.autoScaling?.metrics?.[1]).toEqual(second);
});

it('keeps the windows', () => {
  const behavior = { scaleDown: { stabilizationWindowSeconds: 60 } };
  const object = anInferenceService({ autoScaling: { metrics: [cpu], behavior } }, onHpa);
  expect(enabled(object).spec.predictor.autoScaling?.behavior).toEqual(behavior);
});

it('begins with a test of the version', () => {
  expect(policyPatch(aPlainInferenceService(), turnOnPolicy(aPlainInferenceService(), values))[0]).toEqual({
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
