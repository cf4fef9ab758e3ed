import type { ExternalMetricSpec } from '../resources/horizontalPodAutoscaler';
import type { ModelLoad } from '../resources/modelLoad';
import type { ServedModel } from '../resources/servedModel';
import { aDeployment, aKedaHpa, aScaledObject, aServedModel } from '../resources/testObjects';
import { arithmeticOf } from './arithmetic';

type Target = ExternalMetricSpec['external']['target'];

function modelWith(target: Target, replicas: number, ready = replicas): ServedModel {
  return aServedModel({
    scaledObject: aScaledObject({ minReplicaCount: 0, maxReplicaCount: 100 }),
    kedaHpa: aKedaHpa(
      {},
      { metrics: [{ type: 'External', external: { metric: { name: 's0-prometheus' }, target } }] },
    ),
    deployment: aDeployment(replicas, ready),
  });
}

const average = (threshold: string, replicas: number) =>
  modelWith({ type: 'AverageValue', averageValue: threshold }, replicas);
const value = (threshold: string, replicas: number) =>
  modelWith({ type: 'Value', value: threshold }, replicas);

/** threshold, replicas, metric, what AverageValue wants, what Value would want. */
it.each([
  ['2', 1, 0, 0, 0],
  ['2', 1, 1, 1, 1],
  ['2', 1, 2, 1, 1],
  ['2', 1, 3, 2, 2],
  ['2', 1, 24, 12, 12],
  ['2', 3, 2, 1, 3],
  ['2', 3, 5, 3, 8],
  ['2', 3, 6, 3, 9],
  ['2', 3, 7, 4, 11],
  ['10', 1, 9, 1, 1],
  ['10', 1, 11, 1, 1],
  ['10', 1, 12, 2, 2],
  ['10', 2, 18, 2, 4],
  ['10', 2, 22, 2, 5],
  ['10', 2, 23, 3, 5],
  ['100m', 1, 1, 10, 10],
])(
  'threshold %s, %d replicas, %d waiting: %d (Value: %d)',
  (threshold, replicas, waiting, wants, ofValue) => {
    expect(arithmeticOf(average(threshold, replicas), { waiting })?.wants).toBe(wants);
    expect(arithmeticOf(value(threshold, replicas), { waiting })?.wants).toBe(ofValue);
  },
);

it('counts replicas that are not ready, except for the type Value', () => {
  expect(
    arithmeticOf(modelWith({ type: 'AverageValue', averageValue: '2' }, 3, 1), { waiting: 6 }),
  ).toMatchObject({
    wants: 3,
    withinTolerance: true,
  });
  expect(arithmeticOf(modelWith({ type: 'Value', value: '2' }, 3, 1), { waiting: 6 })?.wants).toBe(3);
  expect(arithmeticOf(modelWith({ type: 'Value', value: '2' }, 3, 2), { waiting: 6 })?.wants).toBe(6);
});

it.each([
  [24, { wants: 12, limitedTo: 'max', replicas: 3 }],
  [0, { wants: 0, limitedTo: 'min', replicas: 1 }],
  [5, { wants: 3, replicas: 3 }],
])('keeps to the bounds with %d waiting', (waiting, expected) => {
  const arithmetic = arithmeticOf(aServedModel(), { waiting });
  expect(arithmetic).toMatchObject({ ...expected, threshold: 2, type: 'AverageValue', otherMetrics: 0 });
  expect(arithmetic?.limitedTo).toBe('limitedTo' in expected ? expected.limitedTo : undefined);
});

it('goes to 1 at least, since the HPA never goes to 0', () => {
  expect(arithmeticOf(average('2', 1), { waiting: 0 })).toMatchObject({ wants: 0, replicas: 1 });
});

describe('the load', () => {
  function asking(query: string): ServedModel {
    return aServedModel({
      scaledObject: aScaledObject({ triggers: [{ type: 'prometheus', metadata: { query } }] }),
    });
  }
  const own = '{namespace="team-a",service="llama-metrics"}';
  const waiting = `sum(vllm:num_requests_waiting${own})`;
  const running = `sum(vllm:num_requests_running${own})`;
  const load: ModelLoad = { waiting: 3, running: 4 };

  it.each([
    [waiting, 3],
    [running, 4],
    [`${waiting} + ${running}`, 7],
    [`sum( kserve_vllm:num_requests_waiting{ service="llama-metrics" } )`, 3],
    ['sum(vllm:num_requests_waiting{model_name="llama"})', undefined],
    ['sum(vllm:num_requests_waiting{service="phi-metrics"})', undefined],
    ['sum(vllm:num_requests_waiting{service="llama-metrics",model_name="typo"})', undefined],
    ['sum(vllm:num_requests_waiting{service="llama-metrics",namespace="team-b"})', undefined],
    [`max(vllm:num_requests_waiting${own})`, undefined],
    [`${waiting} + sum(other)`, undefined],
    [`${waiting} * 2`, undefined],
    ['', undefined],
  ])('of %s is %j', (query, expected) => {
    expect(arithmeticOf(asking(query), load)?.load).toBe(expected);
  });

  it('is what the trigger’s own query gave, when it was asked', () => {
    const trigger = { series: 1, value: 9 };
    expect(arithmeticOf(asking('sum(other)'), { ...load, trigger })).toMatchObject({
      load: 9,
      source: 'prometheus',
    });
    expect(arithmeticOf(asking(waiting), { ...load, trigger: { series: 2 } })).toBeUndefined();
  });

  it('is not known when there is no series', () => {
    expect(arithmeticOf(asking(waiting), {})).toBeUndefined();
    expect(arithmeticOf(asking(waiting), undefined)).toBeUndefined();
    expect(arithmeticOf(asking(`${waiting} + ${running}`), { waiting: 1 })).toBeUndefined();
  });

  it('is asked of the InferenceService before there is a ScaledObject', () => {
    const model = aServedModel();
    delete model.scaledObject;
    delete model.kedaHpa;
    expect(arithmeticOf(model, { waiting: 3 })?.load).toBe(3);
  });
});

describe('the reading of the HPA', () => {
  function reading(current: { averageValue?: string; value?: string }, currentReplicas: number): ServedModel {
    return aServedModel({
      kedaHpa: aKedaHpa({
        currentReplicas,
        currentMetrics: [
          { type: 'Resource' },
          { type: 'External', external: { metric: { name: 's0-prometheus' }, current } },
        ],
      }),
    });
  }

  it.each([
    [{ averageValue: '8' }, 3, 24],
    [{ averageValue: '3429m' }, 7, 24],
    [{ averageValue: '334m' }, 3, 1],
    [{ averageValue: '0' }, 3, 0],
    [{ averageValue: '2500m' }, 1, 2.5],
    [{ averageValue: '2' }, 0, undefined],
    [{ value: '24' }, 3, 24],
    [{}, 3, undefined],
  ])('%j of %d replicas is %j', (current, replicas, expected) => {
    const arithmetic = arithmeticOf(reading(current, replicas), undefined);
    expect(arithmetic?.load).toBe(expected);
    expect(arithmetic?.source).toBe(expected === undefined ? undefined : 'hpa');
  });

  it('does not count while the HPA says that it cannot read', () => {
    const model = reading({ value: '24' }, 3);
    if (model.kedaHpa?.status)
      model.kedaHpa.status.conditions = [
        { type: 'ScalingActive', status: 'False', reason: 'FailedGetExternalMetric' },
      ];
    expect(arithmeticOf(model, undefined)).toBeUndefined();
  });

  it('gives way to what was measured', () => {
    expect(arithmeticOf(reading({ value: '24' }, 3), { waiting: 5 })).toMatchObject({
      load: 5,
      source: 'prometheus',
    });
  });
});

it.each<[string, (model: ServedModel) => void]>([
  [
    'the Deployment',
    (model) => {
      delete model.deployment;
    },
  ],
  [
    'a threshold above 0',
    (model) => {
      delete model.kedaHpa;
      model.scaledObject = aScaledObject({
        triggers: [{ type: 'prometheus', metadata: { threshold: '0' } }],
      });
    },
  ],
])('needs %s', (_case, change) => {
  const model = aServedModel();
  change(model);
  expect(arithmeticOf(model, { waiting: 4, trigger: { series: 1, value: 4 } })).toBeUndefined();
});
