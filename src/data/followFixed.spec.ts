import { readAutoscalingPolicy } from '../policy/autoscalingPolicy';
import { policyPatch } from '../policy/policyPatch';
import type { KubernetesEvent } from '../resources/event';
import { scaledObjectKind } from '../resources/kinds';
import type { ServedModel } from '../resources/servedModel';
import {
  aDeployment,
  aKedaHpa,
  anInferenceService,
  aScaledObject,
  aServedModel,
} from '../resources/testObjects';
import { FollowThrough } from './followThrough';
import { fixedSaveOf, policySaveOf } from './policySave';
import { settled, world } from './testFollowWorld';

const before = aServedModel();
const policy = { ...readAutoscalingPolicy(before.inferenceService), maxReplicas: 6, minReplicas: 2 };
const save = policySaveOf(before, policy, policyPatch(before.inferenceService, policy));
const stored = { inferenceService: anInferenceService({ minReplicas: 2, maxReplicas: 6 }) };

const error = (code: number, message: string) => Object.assign(new Error(message), { code });

describe('without autoscaling', () => {
  const fixed = fixedSaveOf(before, 2);
  const asStored = {
    inferenceService: anInferenceService(
      { minReplicas: 2, maxReplicas: 3 },
      { annotations: { 'serving.kserve.io/autoscalerClass': 'none' } },
    ),
  };
  delete asStored.inferenceService.spec.predictor.autoScaling;
  const gone = { ...asStored, scaledObject: undefined, kedaHpa: undefined };

  it('writes, removes the ScaledObject, and tells when its replicas serve', async () => {
    const { all, patch } = world([
      asStored,
      gone,
      { ...gone, deployment: aDeployment(2, 1) },
      { ...gone, deployment: aDeployment(2, 2) },
    ] as Partial<ServedModel>[]);
    const follow = new FollowThrough(all);
    await follow.save(fixed);
    expect([...((await settled(follow, save.key))?.arrivals ?? [])]).toEqual([
      ['inferenceService', 0],
      ['removed', 1000],
      ['replicas', 2000],
      ['serving', 3000],
    ]);
    expect(patch.mock.calls).toHaveLength(2);
    expect(all.remove).toHaveBeenCalledWith({
      kind: scaledObjectKind,
      namespace: 'team-a',
      name: 'llama-predictor',
    });
  });

  it('says what is left when the ScaledObject may not be removed', async () => {
    const { all } = world([asStored]);
    jest.mocked(all.remove).mockRejectedValue(error(403, 'scaledobjects is forbidden'));
    const follow = new FollowThrough(all);
    const stopped = { step: 'remove', code: 'forbidden', message: 'scaledobjects is forbidden' };
    expect(await follow.save(fixed)).toEqual(stopped);
    expect(await settled(follow, save.key)).toMatchObject({ over: 'tooLong', unremoved: stopped });
  });

  it('forgets that it could not be removed as soon as it is gone', async () => {
    const { all } = world([asStored, { ...gone, deployment: aDeployment(2, 2) }] as Partial<ServedModel>[]);
    jest.mocked(all.remove).mockRejectedValue(error(500, 'etcd'));
    const follow = new FollowThrough(all);
    await follow.save(fixed);
    expect(follow.of(save.key)).toHaveProperty('unremoved');
    const following = await settled(follow, save.key);
    expect(following).toMatchObject({ over: 'arrived' });
    expect(following).not.toHaveProperty('unremoved');
  });
});

it('reads the events where a hop takes long and no condition says why', async () => {
  const event: KubernetesEvent = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'e', namespace: 'team-a' },
    involvedObject: { kind: 'InferenceService', name: 'llama' },
    type: 'Warning',
    reason: 'InternalError',
    message: 'fails to reconcile predictor: KEDA denied it',
    lastTimestamp: new Date(2000).toISOString(),
  };
  const { all } = world([stored], undefined, [event]);
  const warnings = jest.spyOn(all, 'warnings');
  const follow = new FollowThrough(all);
  const told: (string | undefined)[] = [];
  follow.subscribe(() => {
    told.push(follow.of(save.key)?.trouble?.message);
  });
  await follow.save(save);
  expect(await settled(follow, save.key)).toMatchObject({
    trouble: {
      source: 'InferenceService llama',
      message: 'InternalError: fails to reconcile predictor: KEDA denied it',
    },
  });
  // Half an hour of looks a second apart, and a read of the events every 15 s.
  expect(warnings.mock.calls.length).toBeLessThan(125);
  expect(told.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
});

it('does not give up because the tab was hidden for hours', async () => {
  const hpa = aKedaHpa({ desiredReplicas: 2 }, { minReplicas: 2, maxReplicas: 6 });
  const carried = {
    ...stored,
    scaledObject: aScaledObject({ minReplicaCount: 2, maxReplicaCount: 6 }),
    kedaHpa: hpa,
  };
  const { all } = world([carried, carried, { ...carried, deployment: aDeployment(2, 2) }]);
  let hours = 0;
  const { now } = all;
  all.now = () => now() + hours * 3_600_000;
  jest.mocked(all.waitInView).mockImplementationOnce(() => {
    hours = 5;
    return Promise.resolve();
  });
  const follow = new FollowThrough(all);
  await follow.save(save);
  expect(await settled(follow, save.key)).toMatchObject({ over: 'arrived' });
  expect(all.waitInView).toHaveBeenCalled();
  expect(all.wait).not.toHaveBeenCalled();
});
