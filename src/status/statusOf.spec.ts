import {
  aKedaHpa,
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
} from '../resources/testObjects';
import type { ServedModel } from '../resources/servedModel';
import type { MissingInput, StatusCode } from './modelStatus';
import { statusOf } from './statusOf';
import {
  expectStatus,
  model,
  now,
  annotate,
  ofClass,
  ofMode,
  withoutScaledObject,
  withKserveHpa,
  soCondition,
  hpaCondition,
  stabilized,
  tooMany,
  replicas,
  scaledAgo,
  unschedulable,
  type Case,
  type Change,
} from './testModels';

const scheduler = '0/2 nodes are available: 2 Insufficient nvidia.com/gpu.';

describe('the first row that matches wins', () => {
  const paused: Change = ({ scaledObject }) => {
    if (scaledObject) scaledObject.metadata.annotations = { 'autoscaling.keda.sh/paused': 'true' };
  };
  const failing = soCondition('Ready', 'False', 'TriggerError');
  const hpaFailing = hpaCondition('ScalingActive', 'False', 'FailedGetExternalMetric');
  const busy = { waiting: 24 };

  it.each<Case>([
    {
      name: 'stopped before the mode',
      model: model(annotate('serving.kserve.io/stop', 'true'), ofMode('Knative')),
      status: { code: 'stopped' },
    },
    {
      name: 'mode before the orphan',
      model: model(ofMode('ModelMesh'), ofClass('hpa')),
      status: { code: 'notApplicable' },
    },
    {
      name: 'orphan before two autoscalers',
      model: model(ofClass('hpa'), withKserveHpa),
      status: { code: 'orphanScaledObject' },
    },
    {
      name: 'two autoscalers before paused',
      model: model(withKserveHpa, paused),
      status: { code: 'twoAutoscalers' },
    },
    { name: 'paused before failing', model: model(failing, paused), status: { code: 'paused' } },
    {
      name: 'KEDA’s words before the HPA’s',
      model: model(failing, hpaFailing),
      status: { code: 'queryFails', source: 'keda' },
    },
    {
      name: 'a failing query before zero replicas',
      model: model(hpaFailing, replicas(0, 0)),
      status: { code: 'queryFails', source: 'hpa' },
    },
    {
      name: 'zero replicas before no data',
      model: model(replicas(0, 0)),
      load: {},
      status: { code: 'scaledToZero' },
    },
    {
      name: 'zero replicas before the class',
      model: model(withoutScaledObject, ofClass('none'), replicas(0, 0)),
      status: { code: 'scaledToZero' },
    },
    {
      name: 'at maximum before waiting for GPUs',
      model: model(replicas(3, 3, 2), tooMany, unschedulable(scheduler)),
      load: busy,
      status: { code: 'atMaximum', ready: 2, pendingPods: 1 },
    },
    {
      name: 'waiting for GPUs before scaling up',
      model: model(replicas(3, 3, 1), scaledAgo(1), unschedulable(scheduler)),
      load: { waiting: 6 },
      status: { code: 'waitingForGpus' },
    },
    {
      name: 'holding before loading',
      model: model(replicas(3, 3, 2), stabilized),
      load: { waiting: 0 },
      status: { code: 'holding' },
    },
    {
      name: 'loading before the class',
      model: model(withoutScaledObject, ofClass('none'), replicas(0, 2, 1)),
      status: { code: 'loading', replicas: 1 },
    },
  ])('$name', (row) => {
    expectStatus(row);
  });
});

describe('lists that could not be read', () => {
  const list = (plural: string): MissingInput => ({ plural, why: 'forbidden' });

  it.each<[string, ServedModel, string, StatusCode]>([
    ['decides for class keda', model(withoutScaledObject), 'scaledobjects', 'unknown'],
    ['says nothing of other classes', model(withoutScaledObject, ofClass('none')), 'scaledobjects', 'fixed'],
    ['says nothing when the ScaledObject is there', model(), 'scaledobjects', 'steady'],
    ['is needed for the replicas', model(), 'deployments', 'unknown'],
    ['is needed for the decisions', model(), 'horizontalpodautoscalers', 'unknown'],
    [
      'is not needed for what the ScaledObject tells',
      model(soCondition('Ready', 'False', 'TriggerError')),
      'horizontalpodautoscalers',
      'queryFails',
    ],
    ['is not needed without a ScaledObject', model(withoutScaledObject), 'deployments', 'blocked'],
  ])('%s', (_case, input, plural, code) => {
    const status = statusOf(input, undefined, now, [list('pods'), list(plural)]);
    expect(status.code).toBe(code);
    expect(status.code === 'unknown' ? status.missing : [list(plural)]).toEqual([list(plural)]);
  });
});

it('says what is known of a model of which nothing but the InferenceService exists', () => {
  const inferenceService = aPlainInferenceService();
  const bare: ServedModel = {
    key: 'team-a/llama',
    namespace: 'team-a',
    name: 'llama',
    inferenceService,
    pendingPods: [],
  };
  expect(statusOf(bare, undefined, now)).toEqual({ code: 'cpuAutoscaling', tone: 'neutral' });
  expect(statusOf({ ...bare, scaledObject: aScaledObject() }, undefined, now)).toMatchObject({
    code: 'orphanScaledObject',
    deployment: 'llama-predictor',
  });
  expect(
    statusOf({ ...bare, inferenceService: anInferenceService(), kedaHpa: aKedaHpa() }, undefined, now).code,
  ).toBe('blocked');
});

it('says of any state that pods are refused, as long as they are', () => {
  const refused = model();
  const message = 'pods "llama-predictor-1" is forbidden: exceeded quota: gpus';
  const conditions = [{ type: 'ReplicaFailure', status: 'True' as const, reason: 'FailedCreate', message }];
  const deployment = refused.deployment && { ...refused.deployment, status: { conditions } };
  const status = statusOf({ ...refused, ...(deployment && { deployment }) }, undefined, now);
  expect(status).toMatchObject({ refusal: message, tone: 'warning' });
  expect(statusOf(refused, undefined, now).refusal).toBeUndefined();
});

it('says of any state that the model does not load, as KServe tells it', () => {
  const failing = model();
  const lastFailureInfo = { reason: 'ModelLoadFailed', message: 'CUDA out of memory' };
  const of = (transitionStatus: string) => ({
    ...failing.inferenceService,
    status: { modelStatus: { transitionStatus, lastFailureInfo } },
  });
  const statusWith = (transitionStatus: string) =>
    statusOf({ ...failing, inferenceService: of(transitionStatus) }, undefined, now);
  expect(statusWith('BlockedByFailedLoad')).toMatchObject({
    loadFailure: 'ModelLoadFailed: CUDA out of memory',
    tone: 'danger',
  });
  expect(statusWith('UpToDate').loadFailure).toBeUndefined();
});

it.each([
  ['nothing', undefined, 'BlockedByFailedLoad'],
  ['an exit code', { reason: 'ModelLoadFailed', exitCode: 137 }, 'ModelLoadFailed (137)'],
])('says of a failed load at least what KServe tells: %s', (_case, lastFailureInfo, expected) => {
  const failing = model();
  const modelStatus = {
    transitionStatus: 'BlockedByFailedLoad',
    ...(lastFailureInfo && { lastFailureInfo }),
  };
  const inferenceService = { ...failing.inferenceService, status: { modelStatus } };
  expect(statusOf({ ...failing, inferenceService }, undefined, now).loadFailure).toBe(expected);
});
