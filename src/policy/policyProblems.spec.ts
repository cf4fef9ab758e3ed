import { anInferenceService } from '../resources/testObjects';
import { readAutoscalingPolicy, type AutoscalingPolicy } from './autoscalingPolicy';
import { policyProblems } from './policyProblems';
import { ownTrigger, type PolicyTrigger } from './trigger';

const good = readAutoscalingPolicy(anInferenceService());
const [trigger] = good.triggers as [PolicyTrigger];
const withTrigger = (change: Partial<PolicyTrigger>): Partial<AutoscalingPolicy> => ({
  triggers: [{ ...trigger, ...change }],
});
const unbounded: AutoscalingPolicy = { mode: good.mode, minReplicas: 1, triggers: good.triggers };

it.each<[Partial<AutoscalingPolicy>]>([
  [{}],
  [{ scaleUpWindowSeconds: 0, scaleDownWindowSeconds: 3600 }],
  [{ triggers: [trigger, ownTrigger('kvCache', { namespace: 'team-a', name: 'llama' }, 0.8)] }],
  [withTrigger({ serverAddress: 'http://prometheus:9090' })],
])('has nothing against %j', (change) => {
  expect(policyProblems({ ...good, ...change }, anInferenceService())).toEqual([]);
});

it.each<[Partial<AutoscalingPolicy>, object]>([
  [{ minReplicas: 0 }, { code: 'belowLimit', field: 'minReplicas', limit: 1 }],
  [{ minReplicas: NaN }, { code: 'notANumber', field: 'minReplicas' }],
  [{ minReplicas: 5 }, { code: 'maxBelowMin', field: 'maxReplicas', limit: 5 }],
  [{ maxReplicas: 2.5 }, { code: 'notAnInteger', field: 'maxReplicas' }],
  [withTrigger({ threshold: 0 }), { code: 'thresholdNotPositive', field: 'threshold', trigger: 0 }],
  [withTrigger({ threshold: 0.0001 }), { code: 'thresholdTooFine', trigger: 0 }],
  [withTrigger({ query: ' ' }), { code: 'queryEmpty', field: 'query', trigger: 0 }],
  [withTrigger({ serverAddress: '' }), { code: 'serverAddressEmpty', trigger: 0 }],
  [withTrigger({ namespace: '' }), { code: 'namespaceMissing', field: 'namespace', trigger: 0 }],
  [{ triggers: [trigger, trigger] }, { code: 'sameTrigger', trigger: 1 }],
  [{ triggers: [] }, { code: 'noTriggers', field: 'triggers' }],
  [{ scaleDownWindowSeconds: 3601 }, { code: 'windowOutOfRange', field: 'scaleDownWindow', limit: 3600 }],
  [{ scaleUpWindowSeconds: -1 }, { code: 'windowOutOfRange', field: 'scaleUpWindow' }],
  [{ scaleUpWindowSeconds: 1.5 }, { code: 'notAnInteger', field: 'scaleUpWindow' }],
  [{ scaleUpWindowSeconds: NaN }, { code: 'notANumber', field: 'scaleUpWindow' }],
])('refuses %j', (change, issue) => {
  expect(policyProblems({ ...good, ...change }, anInferenceService())).toEqual([
    expect.objectContaining(issue),
  ]);
});

it('demands a maximum', () => {
  expect(policyProblems(unbounded, anInferenceService())).toMatchObject([
    { code: 'notANumber', field: 'maxReplicas' },
  ]);
});

it.each([
  [
    anInferenceService(
      { scaleMetric: 'cpu' },
      { annotations: { 'serving.kserve.io/autoscalerClass': 'keda' } },
    ),
    'scaleMetric',
  ],
  [anInferenceService({}, { name: 'a'.repeat(45) }), 'nameTooLong'],
  [anInferenceService({}, { annotations: { 'serving.kserve.io/deploymentMode': 'Knative' } }), 'notRawMode'],
])('knows what is wrong with the model (%#)', (inferenceService, code) => {
  expect(policyProblems(good, inferenceService)).toMatchObject([{ code, field: 'model' }]);
});
