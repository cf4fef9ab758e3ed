import { readAutoscalingPolicy } from '../policy/autoscalingPolicy';
import { aScaledObject, aServedModel } from '../resources/testObjects';
import { hasArrived } from './policyHops';

const policy = readAutoscalingPolicy(aServedModel().inferenceService);
const [trigger] = aScaledObject().spec.triggers;

it('takes a ScaledObject for written when it is what the policy asks for', () => {
  const arrived = hasArrived('scaledObject', aServedModel(), { policy, paused: false });
  expect(arrived).toBe(true);
});

it.each([
  ['the namespace', { metadata: { ...trigger?.metadata, namespace: 'team-b' } }],
  ['how KEDA identifies itself', { metadata: { ...trigger?.metadata, authModes: 'basic' } }],
  ['the TriggerAuthentication', { authenticationRef: { name: 'another' } }],
  ['the query', { metadata: { ...trigger?.metadata, query: 'up' } }],
])('waits for KServe where %s still differs', (_what, changes) => {
  if (trigger === undefined) throw new Error('no trigger');
  const scaledObject = aScaledObject({ triggers: [{ ...trigger, ...changes }] });
  expect(hasArrived('scaledObject', aServedModel({ scaledObject }), { policy, paused: false })).toBe(false);
});
