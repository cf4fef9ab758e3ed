import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import type { InferenceService, Predictor } from '../../../src/resources/inferenceService';
import type { ScaledObject } from '../../../src/resources/scaledObject';
import { isRemovingFinalizer, scaledObjectRefusal } from './kedaRules';
import { defaultingPatch } from './kserveDefaults';
import { kserveRefusal } from './kserveRules';

const standard = { 'serving.kserve.io/deploymentMode': 'Standard' };
const classed = (kind: string): Record<string, string> => ({
  ...standard,
  'serving.kserve.io/autoscalerClass': kind,
});

function aService(
  predictor: Partial<Predictor>,
  annotations: Record<string, string> = standard,
  name = 'llama',
): InferenceService {
  return {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name, namespace: 'team-a', annotations },
    spec: { predictor },
  };
}

const external = (query: string, target: Record<string, string>): Partial<Predictor> => ({
  autoScaling: {
    metrics: [{ type: 'External', external: { metric: { backend: 'prometheus', query }, target } }],
  },
});
const resource = (name: string, target: Record<string, unknown>): Partial<Predictor> => ({
  autoScaling: { metrics: [{ type: 'Resource', resource: { name, target } }] },
});
const good = external('sum(x)', { type: 'AverageValue', value: '2', averageValue: '2' });
const percent = 'the target utilization percentage should be a [1-100] integer';

describe("KServe's validator", () => {
  const refusalOf = (object: InferenceService, oldObject?: InferenceService): string | undefined =>
    kserveRefusal({
      uid: '',
      operation: 'UPDATE',
      dryRun: false,
      object,
      ...(oldObject === undefined ? {} : { oldObject }),
    }).refusal;

  it.each<[string, InferenceService]>([
    ['no bounds', aService({})],
    ['minimum 0 with keda', aService({ minReplicas: 0, maxReplicas: 3, ...good }, classed('keda'))],
    ['keda without metrics', aService({}, classed('keda'))],
    ['an external metric under no class', aService(good)],
    ['an external metric under class none', aService(good, classed('none'))],
    ['an external metric under class external', aService(good, classed('external'))],
    [
      'anything about classes outside Standard mode',
      aService(good, { 'serving.kserve.io/autoscalerClass': 'x' }),
    ],
    ['a minimum over an unset maximum', aService({ minReplicas: 3, maxReplicas: 0 })],
  ])('lets pass: %s', (_what, service) => {
    expect(refusalOf(service)).toBeUndefined();
  });

  it.each<[InferenceService, string]>([
    [aService({ minReplicas: -1 }), "'MinReplicas' cannot be less than 0"],
    [aService({ maxReplicas: -1 }), "'MaxReplicas' cannot be less than 0"],
    [aService({ minReplicas: 4, maxReplicas: 3 }), "'MinReplicas' cannot be greater than MaxReplicas"],
    [aService({}, classed('x')), '[x] is not a supported autoscaler class type'],
    [aService({ scaleMetric: 'cpu' }, classed('keda')), 'ScaleMetric is not supported for KEDA'],
    [aService(external('', { type: 'Value', value: '2' }), classed('keda')), 'the query should not be empty'],
    [
      aService(external('x', { type: 'AverageValue', averageValue: '2' }), classed('keda')),
      'the target threshold value should not be empty',
    ],
    [
      aService(external('x', { type: 'AverageValue', value: '2' }), classed('keda')),
      'the target threshold value should not be empty',
    ],
    [aService(resource('cpu', { type: 'Utilization', averageUtilization: 0 }), classed('keda')), percent],
    [aService(resource('cpu', { type: 'AverageValue', averageValue: '1' }), classed('keda')), percent],
    [
      aService(resource('memory', { type: 'AverageValue', averageValue: '1Ki' }), classed('keda')),
      'the target memory should be greater than 1 MiB',
    ],
    [aService(good, classed('hpa')), 'invalid HPA metric source type with value [External]'],
    [aService({ model: { name: 'x' } }), "the 'name' field is not allowed in standard predictor"],
  ])('refuses %j', (service, message) => {
    expect(refusalOf(service)).toBe(message);
  });

  it.each(['Llama', '1lama', `l${'a'.repeat(53)}`])('refuses the name %s', (name) => {
    expect(refusalOf(aService({}, standard, name))).toContain(`the InferenceService "${name}" is invalid`);
  });

  it('refuses another deployment mode than the status has, not another name for the same', () => {
    const old = { ...aService({}), status: { deploymentMode: 'RawDeployment' } };
    expect(refusalOf(aService({}), old)).toBeUndefined();
    expect(refusalOf(aService({}, { 'serving.kserve.io/deploymentMode': 'Knative' }), old)).toBe(
      "update rejected: deploymentMode cannot be changed from 'RawDeployment' to 'Knative'",
    );
  });
});

it.each([
  [undefined, [{ op: 'add', path: '/metadata/annotations', value: standard }]],
  [
    { a: 'b' },
    [{ op: 'add', path: '/metadata/annotations/serving.kserve.io~1deploymentMode', value: 'Standard' }],
  ],
  [standard, []],
  [
    { 'serving.kserve.io/deploymentMode': 'Serverless' },
    [{ op: 'add', path: '/metadata/annotations/serving.kserve.io~1deploymentMode', value: 'Knative' }],
  ],
])('the defaulter of %j', (annotations, patch) => {
  const metadata = { name: 'llama', ...(annotations === undefined ? {} : { annotations }) };
  expect(defaultingPatch({ ...aService({}), metadata })).toEqual(patch);
});

describe("KEDA's validator", () => {
  const aScaledObject = (
    spec: Partial<ScaledObject['spec']> = {},
    name = 'llama-predictor',
  ): ScaledObject => ({
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name, namespace: 'team-a' },
    spec: {
      scaleTargetRef: { name: 'llama-predictor' },
      triggers: [{ type: 'prometheus', metadata: {} }],
      ...spec,
    },
  });
  const anHpa = (metadata: Partial<HorizontalPodAutoscaler['metadata']> = {}): HorizontalPodAutoscaler => ({
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'other', namespace: 'team-a', ...metadata },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'llama-predictor' },
      maxReplicas: 1,
    },
  });
  const managed = "the workload 'llama-predictor' of type 'apps/v1.Deployment' is already managed by the";
  const owner = { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', name: 'llama-predictor', uid: 'u' };

  it.each<[string, ScaledObject, ScaledObject[], HorizontalPodAutoscaler[], string | undefined]>([
    ['one alone', aScaledObject(), [aScaledObject()], [], undefined],
    ['its own HPA', aScaledObject(), [], [anHpa({ ownerReferences: [owner] })], undefined],
    [
      'an HPA that asks not to be checked',
      aScaledObject(),
      [],
      [anHpa({ annotations: { 'validations.keda.sh/hpa-ownership': 'false' } })],
      undefined,
    ],
    ['a foreign HPA', aScaledObject(), [], [anHpa()], `${managed} hpa 'other'`],
    ['a second one', aScaledObject(), [aScaledObject({}, 'b')], [], `${managed} ScaledObject 'b'`],
    [
      'a minimum over the maximum',
      aScaledObject({ minReplicaCount: 4, maxReplicaCount: 2 }),
      [],
      [],
      'MinReplicaCount=4 must be less than MaxReplicaCount=2',
    ],
    [
      'a maximum of 0',
      aScaledObject({ minReplicaCount: 0, maxReplicaCount: 0 }),
      [],
      [],
      'MinReplicaCount=1 must be less than MaxReplicaCount=0',
    ],
    [
      'an idle count that is no less than the minimum',
      aScaledObject({ minReplicaCount: 2, idleReplicaCount: 2 }),
      [],
      [],
      'IdleReplicaCount=2 must be less than MinReplicaCount=2',
    ],
    [
      'no trigger',
      aScaledObject({ triggers: [] }),
      [],
      [],
      'no triggers defined in the ScaledObject/ScaledJob',
    ],
    [
      'a trigger name used twice',
      aScaledObject({
        triggers: [
          { type: 'prometheus', name: 'a', metadata: {} },
          { type: 'prometheus', name: 'a', metadata: {} },
        ],
      }),
      [],
      [],
      "triggerName 'a' is defined multiple times in the ScaledObject/ScaledJob, but it must be unique",
    ],
  ])('of %s', (_what, own, scaledObjects, horizontalPodAutoscalers, message) => {
    expect(scaledObjectRefusal(own, { scaledObjects, horizontalPodAutoscalers })).toBe(message);
  });

  it('refuses a name that makes the name of the HPA longer than 63', () => {
    const own = aScaledObject({}, 'a'.repeat(55));
    const refusal = scaledObjectRefusal(own, { scaledObjects: [], horizontalPodAutoscalers: [] });
    expect(refusal).toContain('derived from scaledobject is 64 characters long');
  });

  it('does not look at the removal of a finalizer', () => {
    const own = aScaledObject();
    const old = { ...own, metadata: { ...own.metadata, finalizers: ['finalizer.keda.sh'] } };
    expect(isRemovingFinalizer(own, old)).toBe(true);
    expect(isRemovingFinalizer(aScaledObject({ pollingInterval: 5 }), old)).toBe(false);
  });
});
