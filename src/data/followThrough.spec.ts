import { readAutoscalingPolicy } from '../policy/autoscalingPolicy';
import { policyPatch } from '../policy/policyPatch';
import { pausedAnnotation } from '../resources/pause';
import {
  aDeployment,
  aKedaHpa,
  aKserveHpa,
  anInferenceService,
  aPendingPod,
  aScaledObject,
  aServedModel,
} from '../resources/testObjects';
import { FollowThrough } from './followThrough';
import { policySaveOf } from './policySave';
import { settled, world } from './testFollowWorld';

const before = aServedModel();
const policy = { ...readAutoscalingPolicy(before.inferenceService), maxReplicas: 6, minReplicas: 2 };
const save = policySaveOf(before, policy, policyPatch(before.inferenceService, policy));
const bounds = { minReplicas: 2, maxReplicas: 6 };
const counts = { minReplicaCount: 2, maxReplicaCount: 6 };

const stored = { inferenceService: anInferenceService(bounds) };
const carried = { ...stored, scaledObject: aScaledObject(counts) };
const told = { ...carried, kedaHpa: aKedaHpa({ desiredReplicas: 1 }, bounds) };
const decided = { ...carried, kedaHpa: aKedaHpa({ desiredReplicas: 2 }, bounds) };
const wanted = { ...decided, deployment: aDeployment(2, 1) };
const serving = { ...decided, deployment: aDeployment(2, 2) };

const error = (code: number, message: string) => Object.assign(new Error(message), { code });

it('tries, writes, and tells each hop with the time at which it was seen', async () => {
  const { all, patch } = world([stored, stored, carried, told, wanted, serving]);
  const follow = new FollowThrough(all);
  expect(await follow.save(save)).toBeUndefined();
  expect(patch.mock.calls.map(([, dryRun]) => dryRun as unknown)).toEqual([true, false]);
  const following = await settled(follow, save.key);
  expect(following).toMatchObject({ over: 'arrived', replicas: 2 });
  expect([...(following?.arrivals ?? [])]).toEqual([
    ['inferenceService', 0],
    ['scaledObject', 2000],
    ['hpa', 3000],
    ['replicas', 4000],
    ['serving', 5000],
  ]);
});

it('takes no later hop for reached before those that come first', async () => {
  const { all } = world([{ ...serving, scaledObject: aScaledObject() }, serving]);
  const follow = new FollowThrough(all);
  await follow.save(save);
  expect([...((await settled(follow, save.key))?.arrivals.values() ?? [])]).toEqual([
    0, 1000, 1000, 21_000, 21_000,
  ]);
});

it.each([
  [
    'at the next sync, which changes its status',
    aKedaHpa({ currentReplicas: 2, desiredReplicas: 2 }, bounds),
    3000,
  ],
  ['after the time of a sync, which may change nothing', serving.kedaHpa, 22_000],
])('counts the HPA’s decision not before it carries the policy, but %s', async (_case, kedaHpa, at) => {
  const { all } = world([carried, carried, serving, { ...serving, kedaHpa }]);
  const follow = new FollowThrough(all);
  await follow.save(save);
  const arrivals = (await settled(follow, save.key))?.arrivals;
  expect([arrivals?.get('hpa'), arrivals?.get('replicas')]).toEqual([2000, at]);
});

it.each([
  [409, 'conflict'],
  [403, 'forbidden'],
  [422, 'refused'],
  [500, 'failed'],
])('writes nothing when the dry run ends with %d', async (status, code) => {
  const patch = jest.fn().mockRejectedValue(error(status, 'words'));
  const follow = new FollowThrough(world([before], patch).all);
  expect(await follow.save(save)).toEqual({ step: 'check', code, message: 'words' });
  expect(patch).toHaveBeenCalledTimes(1);
  expect(follow.of(save.key)).toBeUndefined();
});

it.each([
  ['was made', stored, undefined],
  ['was not made', before, { step: 'write', code: 'failed', message: 'connection lost' }],
])('looks at the object when the answer of the write is lost: it %s', async (_case, state, expected) => {
  const patch = jest
    .fn()
    .mockResolvedValueOnce(undefined)
    .mockRejectedValueOnce(new Error('connection lost'));
  expect(await new FollowThrough(world([state, serving], patch).all).save(save)).toEqual(expected);
});

describe('a paused model', () => {
  const annotations = { [pausedAnnotation]: 'true' };
  const pausedBefore = aServedModel({ scaledObject: aScaledObject({}, { annotations }) });
  const pausedSave = policySaveOf(pausedBefore, policy, save.write.patch);
  const again = { ...stored, scaledObject: aScaledObject(counts, { annotations }) };

  it('has its pause set again as soon as KServe has wiped it, and that is seen', async () => {
    const { all, patch } = world([
      { ...stored, ...{ scaledObject: aScaledObject({}, { annotations }) } },
      carried,
      again,
    ]);
    const follow = new FollowThrough(all);
    await follow.save(pausedSave);
    const following = await settled(follow, save.key);
    expect([...(following?.arrivals.keys() ?? [])]).toEqual([
      'inferenceService',
      'scaledObject',
      'pausedAgain',
    ]);
    expect(following?.over).toBe('arrived');
    expect(patch.mock.calls.map(([{ kind }]: [{ kind: { kind: string } }]) => kind.kind)).toEqual([
      'InferenceService',
      'InferenceService',
      'ScaledObject',
    ]);
  });

  it('waits for KServe where its ScaledObject looks right already, and catches a late wipe', async () => {
    const early = Array.from({ length: 10 }, () => again);
    const { all, patch } = world([...early, carried, again]);
    const follow = new FollowThrough(all);
    await follow.save(pausedSave);
    expect(await settled(follow, save.key)).toMatchObject({ over: 'arrived', seenAt: 11_000 });
    expect(patch).toHaveBeenCalledTimes(3);
  });

  it('ends after half a minute where nothing is wiped', async () => {
    const { all, patch } = world([again]);
    const follow = new FollowThrough(all);
    await follow.save(pausedSave);
    expect(await settled(follow, save.key)).toMatchObject({ over: 'arrived', seenAt: 30_000 });
    expect(patch).toHaveBeenCalledTimes(2);
  });

  it('leaves alone what somebody does to the pause afterwards', async () => {
    const held = { 'autoscaling.keda.sh/paused-scale-in': 'true' };
    const heldSave = policySaveOf(
      aServedModel({ scaledObject: aScaledObject({}, { annotations: held }) }),
      policy,
      save.write.patch,
    );
    const heldAgain = { ...told, scaledObject: aScaledObject(counts, { annotations: held }) };
    const resumed = { ...told, deployment: aDeployment(2, 1) };
    const { all, patch } = world([carried, heldAgain, resumed, resumed, serving]);
    const follow = new FollowThrough(all);
    await follow.save(heldSave);
    expect(await settled(follow, save.key)).toMatchObject({ over: 'arrived' });
    expect(patch).toHaveBeenCalledTimes(3);
  });

  it('is remembered by a second save that comes while its pause is wiped', async () => {
    const { all, patch } = world([carried, carried, again]);
    const follow = new FollowThrough(all);
    await follow.save(pausedSave);
    await follow.save(policySaveOf(aServedModel(carried), policy, save.write.patch));
    expect(await settled(follow, save.key)).toMatchObject({ over: 'arrived', saved: { paused: true } });
    const kinds = patch.mock.calls.map(([{ kind }]: [{ kind: { kind: string } }]) => kind.kind);
    expect(kinds).toContain('ScaledObject');
  });

  it('has it set again although KServe’s HPA could not be removed, and says both', async () => {
    const kserveHpa = aKserveHpa();
    const beside = aServedModel({ ...pausedBefore, kserveHpa });
    const { all, patch } = world([
      { ...stored, scaledObject: aScaledObject({}, { annotations }), kserveHpa },
      { ...carried, kserveHpa },
      { ...again, kserveHpa },
    ]);
    jest.mocked(all.remove).mockRejectedValue(error(403, 'may not delete'));
    const follow = new FollowThrough(all);
    const stopped = { step: 'remove', code: 'forbidden', message: 'may not delete' };
    expect(await follow.save(policySaveOf(beside, policy, save.write.patch))).toEqual(stopped);
    const following = await settled(follow, save.key);
    expect(following).toMatchObject({ over: 'failed', unremoved: stopped });
    expect(following?.arrivals.has('pausedAgain')).toBe(true);
    expect(patch.mock.calls.map(([{ kind }]: [{ kind: { kind: string } }]) => kind.kind)).toEqual([
      'InferenceService',
      'InferenceService',
      'ScaledObject',
    ]);
  });

  it('has it set again although the following was dismissed', async () => {
    const { all, patch } = world([stored, carried, again]);
    const follow = new FollowThrough(all);
    await follow.save(pausedSave);
    follow.dismiss(save.key);
    for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
    expect(patch).toHaveBeenCalledTimes(3);
    expect(follow.of(save.key)).toBeUndefined();
  });
});

it.each([
  { 'autoscaling.keda.sh/paused-replicas': '2' },
  { 'autoscaling.keda.sh/paused-scale-in': 'true' },
  { 'autoscaling.keda.sh/paused-scale-in': '1', 'autoscaling.keda.sh/paused-scale-out': 'true' },
])('sets the pause again as it was: %j', async (annotations) => {
  const scaledObject = aScaledObject({}, { annotations });
  const { all, patch } = world([
    carried,
    { ...serving, scaledObject: aScaledObject(counts, { annotations }) },
  ]);
  const follow = new FollowThrough(all);
  await follow.save(policySaveOf(aServedModel({ scaledObject }), policy, save.write.patch));
  expect(await settled(follow, save.key)).toMatchObject({ over: 'arrived' });
  const [{ patch: sent }] = patch.mock.calls[2] as [{ patch: { op: string; value: unknown }[] }];
  expect(sent.find(({ op }) => op === 'add')?.value).toEqual(annotations);
});

it('goes on when a look fails, and says so meanwhile', async () => {
  const { all } = world([stored, error(500, 'etcd'), serving]);
  const follow = new FollowThrough(all);
  const seen: unknown[] = [];
  follow.subscribe(() => seen.push(follow.of(save.key)?.error?.message));
  await follow.save(save);
  expect(await settled(follow, save.key)).toMatchObject({ over: 'arrived' });
  expect(seen).toContain('etcd');
  expect(follow.of(save.key)?.error).toBeUndefined();
});

it('names the scheduler’s words for pods that find no place, and gives up in the end', async () => {
  const pendingPods = [aPendingPod('p', 'Insufficient nvidia.com/gpu')];
  const { all } = world([{ ...wanted, pendingPods }]);
  const follow = new FollowThrough(all);
  await follow.save(save);
  await Promise.resolve();
  const following = await settled(follow, save.key);
  expect(following).toMatchObject({
    over: 'tooLong',
    trouble: { source: 'Pod p', message: 'Insufficient nvidia.com/gpu' },
  });
});

it('says that the model was deleted meanwhile', async () => {
  const follow = new FollowThrough(world([stored, undefined]).all);
  await follow.save(save);
  expect(await settled(follow, save.key)).toMatchObject({ over: 'gone' });
});
