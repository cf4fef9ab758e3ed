import { readAutoscalingPolicy } from '../policy/autoscalingPolicy';
import { anInferenceService } from '../resources/testObjects';
import type { Following } from './following';
import { mayRest, waitAfter } from './followPace';
import type { Hop } from './policyHops';

const policy = readAutoscalingPolicy(anInferenceService());

/** Seen so many seconds after the save, with these hops reached a second each after it. */
function following(seconds: number, reached: Hop[], paused = false): Following {
  return {
    saved: { policy, paused },
    startedAt: 0,
    seenAt: seconds * 1000,
    arrivals: new Map(reached.map((hop, index) => [hop, (index + 1) * 1000])),
  };
}

const toHpa: Hop[] = ['inferenceService', 'scaledObject', 'hpa'];

it.each<[string, Following, number]>([
  ['often at first', following(1, ['inferenceService']), 1500],
  ['less often where a controller does not follow', following(130, ['inferenceService']), 5000],
  ['often when the HPA has just got it', following(4, toHpa), 1500],
  ['less and less often for the replicas', following(13, toHpa), 5000],
  ['in the end as often as the HPA decides', following(300, toHpa), 15_000],
  ['the same for pods that load', following(34, [...toHpa, 'replicas']), 15_000],
])('looks %s', (_case, seen, wait) => {
  expect(waitAfter(seen)).toBe(wait);
});

it.each<[string, Following, boolean]>([
  ['not while a change of many models may wait for it', following(60, ['inferenceService']), false],
  ['when a controller does not follow for minutes', following(130, ['inferenceService']), true],
  ['when only the replicas are to come', following(10, toHpa), true],
  ['not while a pause may have to be set again', following(130, ['inferenceService'], true), false],
])('rests in a hidden tab: %s', (_case, seen, rests) => {
  expect(mayRest(seen)).toBe(rests);
});
