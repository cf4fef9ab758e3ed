import { anInferenceService } from '../resources/testObjects';
import type { PolicyValues } from './policy';
import { enableProblems, validateValues } from './validate';

const good: PolicyValues = { minReplicas: 1, maxReplicas: 3, threshold: 2 };

it.each<Partial<PolicyValues>>([
  {},
  { maxReplicas: 1 },
  { threshold: 0.1 },
  { threshold: 0.001 },
  { threshold: 1.005 },
  { threshold: 2.675 },
  { minReplicas: 40, maxReplicas: 400, threshold: 1e6 },
])('has nothing against %j', (values) => {
  expect(validateValues({ ...good, ...values })).toEqual([]);
});

it.each<[Partial<PolicyValues>, string, keyof PolicyValues]>([
  [{ minReplicas: 0 }, 'belowLimit', 'minReplicas'],
  [{ minReplicas: -1 }, 'belowLimit', 'minReplicas'],
  [{ minReplicas: 1.5 }, 'notAnInteger', 'minReplicas'],
  [{ minReplicas: NaN }, 'notANumber', 'minReplicas'],
  [{ maxReplicas: 0 }, 'belowLimit', 'maxReplicas'],
  [{ maxReplicas: Infinity }, 'notANumber', 'maxReplicas'],
  [{ minReplicas: 4 }, 'maxBelowMin', 'maxReplicas'],
  [{ threshold: 0 }, 'thresholdNotPositive', 'threshold'],
  [{ threshold: -2 }, 'thresholdNotPositive', 'threshold'],
  [{ threshold: 0.0001 }, 'thresholdTooFine', 'threshold'],
  [{ threshold: 1.2345 }, 'thresholdTooFine', 'threshold'],
  [{ threshold: NaN }, 'notANumber', 'threshold'],
])('refuses %j: %s', (values, code, field) => {
  const problems = validateValues({ ...good, ...values });
  expect(problems).toEqual([expect.objectContaining({ code, field })]);
});

it('tells of all fields at once', () => {
  const problems = validateValues({ minReplicas: 0, maxReplicas: NaN, threshold: 0 });
  expect(problems.map(({ field }) => field)).toEqual(['minReplicas', 'maxReplicas', 'threshold']);
  const both = validateValues({ minReplicas: 3, maxReplicas: 1, threshold: 0 });
  expect(both.map(({ code }) => code)).toEqual(['thresholdNotPositive', 'maxBelowMin']);
  expect(both[1]).toMatchObject({ value: 1, limit: 3 });
});

it('has nothing against KEDA for a usual model', () => {
  expect(enableProblems(anInferenceService({}, { name: 'a'.repeat(44) }))).toEqual([]);
});

it('knows the longest name, shorter for a named predictor', () => {
  const name = 'a'.repeat(45);
  expect(enableProblems(anInferenceService({}, { name }))).toEqual([
    { code: 'nameTooLong', name, length: 45, limit: 44 },
  ]);
  expect(enableProblems(anInferenceService({ name: 'blue' }, { name }))).toMatchObject([{ limit: 39 }]);
});

it('wants raw mode', () => {
  const annotations = { 'serving.kserve.io/deploymentMode': 'Serverless' };
  expect(enableProblems(anInferenceService({}, { annotations }))).toEqual([
    { code: 'notRawMode', mode: 'Serverless' },
  ]);
});
