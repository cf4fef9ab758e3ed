import { applyPatch, type Operation } from 'fast-json-patch';
import { anInferenceService, aPlainInferenceService } from '../resources/testObjects';
import { readAutoscalingPolicy, samePolicy } from './autoscalingPolicy';
import { fixedPolicy, fixedProblem } from './fixedReplicas';
import { policyPatch } from './policyPatch';

const none = { annotations: { 'serving.kserve.io/autoscalerClass': 'none' } };

function unbounded() {
  const { spec, ...rest } = anInferenceService();
  const { minReplicas, maxReplicas, ...predictor } = spec.predictor;
  expect([minReplicas, maxReplicas]).toEqual([1, 3]);
  return { ...rest, spec: { predictor } };
}

it.each([
  ['keda', anInferenceService(), 2, { minReplicas: 2, maxReplicas: 3 }],
  ['keda, more than its maximum', anInferenceService(), 5, { minReplicas: 5, maxReplicas: 5 }],
  ['keda, without bounds', unbounded(), 2, { minReplicas: 2 }],
  ['hpa', aPlainInferenceService(), 1, { minReplicas: 1 }],
  ['none', aPlainInferenceService(none), 4, { minReplicas: 4 }],
])('fixes the replicas of a model of class %s', (_case, before, replicas, bounds) => {
  const wanted = fixedPolicy(before, replicas);
  const after = applyPatch(before, policyPatch(before, wanted) as Operation[], true, false).newDocument;
  expect(after.metadata.annotations).toMatchObject(none.annotations);
  expect(after.spec.predictor).toMatchObject(bounds);
  expect(after.spec.predictor.autoScaling).toBeUndefined();
  expect(samePolicy(readAutoscalingPolicy(after), wanted)).toBe(true);
  expect(policyPatch(after, wanted)).toEqual([]);
});

it.each([
  [1, undefined],
  [0, 'belowLimit'],
  [1.5, 'notAnInteger'],
  [NaN, 'notANumber'],
])('takes %d for a number of replicas: %s', (replicas, code) => {
  expect(fixedProblem(replicas)?.code).toBe(code);
});
