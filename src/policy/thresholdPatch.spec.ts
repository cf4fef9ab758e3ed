import { applyPatch, type Operation } from 'fast-json-patch';
import type { AutoScalingMetric, ExternalMetric, InferenceService } from '../resources/inferenceService';
import { anInferenceService } from '../resources/testObjects';
import { thresholdPatch, thresholdText } from './thresholdPatch';

type Target = ExternalMetric['target'];

const own = (target?: Target): AutoScalingMetric => ({
  type: 'External',
  external: { metric: { backend: 'prometheus', query: 'sum(x)' }, ...(target && { target }) },
});
const cpu: AutoScalingMetric = { type: 'Resource', resource: { name: 'cpu' } };
const counting = (...metrics: AutoScalingMetric[]): InferenceService =>
  anInferenceService({ autoScaling: { metrics } });

function targetsAfter(object: InferenceService, threshold: number): (Target | undefined)[] {
  const patch = thresholdPatch(object, threshold) as Operation[];
  const { newDocument } = applyPatch(object, patch, true, false);
  return newDocument.spec.predictor.autoScaling?.metrics?.map(({ external }) => external?.target) ?? [];
}

it.each<[string, Target, Target]>([
  [
    'both as texts',
    { type: 'AverageValue', value: '9', averageValue: '9' },
    { type: 'AverageValue', value: '2', averageValue: '2' },
  ],
  [
    'one as a number, which is the wanted one',
    { type: 'AverageValue', value: 2, averageValue: '9' },
    { type: 'AverageValue', value: 2, averageValue: '2' },
  ],
  [
    'an average alone, which the webhook refuses',
    { type: 'AverageValue', averageValue: '2' },
    { type: 'AverageValue', averageValue: '2', value: '2' },
  ],
  ['a value alone', { type: 'Value', value: '9' }, { type: 'Value', value: '2' }],
  ['a quantity that KEDA cannot read', { type: 'Value', value: '2000m' }, { type: 'Value', value: '2' }],
  ['nothing', undefined, { type: 'AverageValue', value: '2', averageValue: '2' }],
])('writes a threshold of 2 over %s', (_case, stored, expected) => {
  expect(targetsAfter(counting(own(stored)), 2)).toEqual([expected]);
});

it.each<[string, Target]>([
  ['the same text', { type: 'Value', value: '2' }],
  ['the same number', { type: 'AverageValue', value: 2, averageValue: 2 }],
  ['the same with decimals', { type: 'AverageValue', value: '2.0', averageValue: '2.000' }],
])('has nothing to write over %s', (_case, stored) => {
  expect(thresholdPatch(counting(own(stored)), 2)).toEqual([]);
});

it('edits the first Prometheus metric of several, at its place', () => {
  const nine = { type: 'Value', value: '9' } as const;
  const several = counting(cpu, own(nine), own(nine));
  expect(targetsAfter(several, 2)).toEqual([undefined, { type: 'Value', value: '2' }, nine]);
});

it('is refused when the list of metrics has moved', () => {
  const patch = thresholdPatch(counting(own({ value: '9' })), 2) as Operation[];
  const moved = counting(cpu, own({ value: '9' }));
  expect(() => applyPatch(moved, patch, true, false)).toThrow('Test operation failed');
});

it.each([
  [2, '2'],
  [100, '100'],
  [0.5, '0.5'],
  [2.05, '2.05'],
  [0.001, '0.001'],
  [1234.567, '1234.567'],
])('writes %d as %s', (threshold, text) => {
  expect(thresholdText(threshold)).toBe(text);
});
