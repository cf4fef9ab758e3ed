import type { KubernetesEvent } from '../resources/event';
import { aServedModel } from '../resources/testObjects';
import { eventTrouble } from './hopTrouble';
import type { Hop } from './policyHops';

const since = Date.UTC(2026, 0, 1, 12);

const event = (
  kind: string,
  name: string,
  seconds: number,
  { type = 'Warning', namespace = 'team-a' } = {},
): KubernetesEvent => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name: `${kind} ${seconds.toString()}`, namespace },
  involvedObject: { kind, name },
  type,
  reason: 'Failed',
  message: `${kind} at ${seconds.toString()}`,
  lastTimestamp: new Date(since + seconds * 1000).toISOString(),
});

it.each<[string, Hop, KubernetesEvent[], string | undefined]>([
  ['KServe’s error', 'scaledObject', [event('InferenceService', 'llama', 2)], 'InferenceService at 2'],
  ['KEDA’s error', 'hpa', [event('ScaledObject', 'llama-predictor', 2)], 'ScaledObject at 2'],
  ['a quota', 'serving', [event('ReplicaSet', 'llama-predictor-6d5f7', 2)], 'ReplicaSet at 2'],
  [
    'the newest',
    'hpa',
    [event('ScaledObject', 'llama-predictor', 2), event('ScaledObject', 'llama-predictor', 9)],
    'ScaledObject at 9',
  ],
  ['no old event', 'hpa', [event('ScaledObject', 'llama-predictor', -60)], undefined],
  ['no event of another hop', 'hpa', [event('InferenceService', 'llama', 2)], undefined],
  ['no other model’s', 'scaledObject', [event('InferenceService', 'mistral', 2)], undefined],
  [
    'no other project’s',
    'scaledObject',
    [event('InferenceService', 'llama', 2, { namespace: 'b' })],
    undefined,
  ],
  ['no good news', 'hpa', [event('ScaledObject', 'llama-predictor', 2, { type: 'Normal' })], undefined],
])('finds %s', (_case, hop, events, message) => {
  expect(eventTrouble(hop, events, aServedModel(), since)?.message).toBe(message && `Failed: ${message}`);
});
