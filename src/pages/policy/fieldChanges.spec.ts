import { readAutoscalingPolicy, type AutoscalingPolicy } from '../../policy/autoscalingPolicy';
import { ownTrigger } from '../../policy/trigger';
import { anInferenceService } from '../../resources/testObjects';
import { fieldChanges } from './fieldChanges';

const policy = readAutoscalingPolicy(anInferenceService());
const second = ownTrigger('kvCache', { namespace: 'team-a', name: 'llama' }, 0.8);
const moved = policy.triggers.map((trigger) => ({ ...trigger, namespace: 'team-b', threshold: 5 }));

it.each<[Partial<AutoscalingPolicy>, string[]]>([
  [{}, []],
  [{ maxReplicas: 6 }, ['maxReplicas 3 6']],
  [{ scaleDownWindowSeconds: 60 }, ['scaleDown.stabilizationWindowSeconds undefined 60']],
  [{ triggers: moved }, ['metrics[0].threshold 2 5', 'metrics[0].namespace team-a team-b']],
  [
    { triggers: [...policy.triggers, second] },
    [`metrics[1].query undefined ${second.query}`, 'metrics[1].threshold undefined 0.8'],
  ],
])('tells the fields that change: %j', (change, expected) => {
  const changes = fieldChanges(policy, { ...policy, ...change });
  expect(changes.map(({ field, before, after }) => `${field} ${String(before)} ${String(after)}`)).toEqual(
    expected,
  );
});
