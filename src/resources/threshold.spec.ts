import type { ScaledObject } from './scaledObject';
import { prometheusHpaMetric, thresholdOf } from './threshold';
import {
  aKedaHpa,
  anInferenceService,
  aPlainInferenceService,
  aScaledObject,
  aServedModel,
} from './testObjects';
import type { ServedModel } from './servedModel';
import type { ExternalMetricSpec } from './horizontalPodAutoscaler';

function external(name: string, target: ExternalMetricSpec['external']['target']): ExternalMetricSpec {
  return { type: 'External', external: { metric: { name }, target } };
}

function withoutHpa(parts: Partial<ServedModel> = {}): ServedModel {
  const model = aServedModel(parts);
  delete model.kedaHpa;
  return model;
}

const triggers: ScaledObject['spec']['triggers'] = [
  { type: 'external-push', metadata: { scalerAddress: 'a' } },
  { type: 'prometheus', metadata: { threshold: '4' }, metricType: 'Value' },
];

it('is the HPA’s first of all', () => {
  const kedaHpa = aKedaHpa(
    {},
    { metrics: [external('s0-prometheus', { type: 'AverageValue', averageValue: '2500m' })] },
  );
  expect(thresholdOf(aServedModel({ kedaHpa }))).toEqual({
    value: 2.5,
    type: 'AverageValue',
    source: 'hpa',
  });
});

it('is that of the Prometheus trigger, wherever it stands', () => {
  const kedaHpa = aKedaHpa(
    {},
    {
      metrics: [
        external('s0-external', { type: 'AverageValue', averageValue: '16' }),
        external('s1-prometheus', { type: 'Value', value: '5' }),
        { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization' } } },
      ],
    },
  );
  const model = aServedModel({ kedaHpa, scaledObject: aScaledObject({ triggers }) });
  expect(thresholdOf(model)).toEqual({ value: 5, type: 'Value', source: 'hpa' });
  expect(prometheusHpaMetric(model)?.external.metric.name).toBe('s1-prometheus');
});

it.each<[string, ServedModel]>([
  ['there is no HPA, as when paused', withoutHpa({ scaledObject: aScaledObject({ triggers }) })],
  [
    'the HPA has no number',
    aServedModel({
      kedaHpa: aKedaHpa({}, { metrics: [external('s1-prometheus', { type: 'Value' })] }),
      scaledObject: aScaledObject({ triggers }),
    }),
  ],
])('is the trigger’s when %s', (_case, model) => {
  expect(thresholdOf(model)).toEqual({ value: 4, type: 'Value', source: 'trigger' });
});

it('is an average when the trigger does not tell', () => {
  expect(thresholdOf(withoutHpa())).toEqual({ value: 2, type: 'AverageValue', source: 'trigger' });
});

describe('without a readable trigger', () => {
  const scaledObject = aScaledObject({ triggers: [{ type: 'prometheus', metadata: { threshold: 'x' } }] });

  it.each([
    [{ type: 'Value' as const, value: 3 }, 3],
    [{ averageValue: '1500m' }, 1.5],
    [{ type: 'AverageValue' as const }, undefined],
  ])('is the InferenceService’s: %j', (target, value) => {
    const inferenceService = anInferenceService({
      autoScaling: {
        metrics: [{ type: 'External', external: { metric: { backend: 'prometheus' }, target } }],
      },
    });
    const expected =
      value === undefined ? undefined : { value, type: 'AverageValue', source: 'inferenceService' };
    expect(thresholdOf(withoutHpa({ scaledObject, inferenceService }))).toEqual(expected);
  });
});

it('is not there without a Prometheus metric', () => {
  const model: ServedModel = {
    key: 'team-a/llama',
    namespace: 'team-a',
    name: 'llama',
    inferenceService: aPlainInferenceService(),
    pendingPods: [],
  };
  expect(thresholdOf(model)).toBeUndefined();
  expect(prometheusHpaMetric(model)).toBeUndefined();
});
