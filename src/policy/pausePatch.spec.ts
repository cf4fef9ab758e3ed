import { applyPatch, type Operation } from 'fast-json-patch';
import { holdOf, pauseOf } from '../resources/pause';
import type { ScaledObject } from '../resources/scaledObject';
import { aScaledObject } from '../resources/testObjects';
import { pausePatch, pausingPatch, resumePatch, type PauseWish } from './pausePatch';
import type { PatchOperation } from './patchOperation';

function patched(object: ScaledObject, patch: PatchOperation[]): ScaledObject {
  return applyPatch(object, patch as Operation[], true, false).newDocument;
}

const other = { 'example.com/a': 'b' };

it.each<[string, ScaledObject]>([
  ['without annotations', aScaledObject()],
  ['with others', aScaledObject({}, { annotations: other })],
  [
    'with a pause switched off',
    aScaledObject({}, { annotations: { 'autoscaling.keda.sh/paused': 'false' } }),
  ],
])('pauses and resumes a ScaledObject %s', (_case, scaledObject) => {
  const paused = patched(scaledObject, pausePatch(scaledObject));
  expect(pauseOf(paused)).toEqual({ annotation: 'autoscaling.keda.sh/paused' });
  const resumed = patched(paused, resumePatch(paused));
  expect(pauseOf(resumed)).toBeUndefined();
  expect(resumed.metadata.annotations).toMatchObject(
    scaledObject.metadata.annotations === other ? other : {},
  );
  expect(resumePatch(resumed)).toEqual([]);
});

it('takes every pausing annotation off', () => {
  const annotations = {
    ...other,
    'autoscaling.keda.sh/paused': 'true',
    'autoscaling.keda.sh/paused-replicas': '2',
  };
  const scaledObject = aScaledObject({}, { annotations });
  expect(patched(scaledObject, resumePatch(scaledObject)).metadata.annotations).toEqual(other);
});

it('tests the version only where it brings the map of annotations', () => {
  expect(pausePatch(aScaledObject()).map(({ op }) => op)).toEqual(['test', 'add']);
  expect(pausePatch(aScaledObject({}, { annotations: other })).map(({ op }) => op)).toEqual(['add']);
  expect(resumePatch(aScaledObject())).toEqual([]);
});

const pinned = { annotation: 'autoscaling.keda.sh/paused-replicas', pausedAt: 2 };

describe.each<[PauseWish, object | undefined, object | undefined]>([
  [{ kind: 'current' }, { annotation: 'autoscaling.keda.sh/paused' }, undefined],
  [{ kind: 'pinned', replicas: 2 }, pinned, undefined],
  [{ kind: 'scaleDown' }, undefined, { down: true, up: false }],
  [{ kind: 'scaleUp' }, undefined, { down: false, up: true }],
])('pausing %j', (wish, pause, hold) => {
  it.each<[string, Record<string, string> | undefined]>([
    ['none', undefined],
    ['another', other],
    [
      'every other pause',
      {
        ...other,
        'autoscaling.keda.sh/paused': 'true',
        'autoscaling.keda.sh/paused-replicas': '7',
        'autoscaling.keda.sh/paused-scale-in': 'true',
        'autoscaling.keda.sh/paused-scale-out': 'true',
      },
    ],
  ])('leaves exactly that, where there was %s', (_case, annotations) => {
    const before = aScaledObject({}, annotations && { annotations });
    const after = patched(before, pausePatch(before, wish));
    expect(pauseOf(after)).toEqual(pause);
    expect(holdOf(after)).toEqual(hold);
    const again = patched(after, pausePatch(after, wish));
    expect(again).toEqual(after);
    const resumed = patched(after, resumePatch(after));
    expect(resumed.metadata.annotations).toEqual(annotations === undefined ? {} : other);
  });
});

it('sets several annotations at once, word for word', () => {
  const both = { 'autoscaling.keda.sh/paused-scale-in': '1', 'autoscaling.keda.sh/paused-scale-out': 'yes' };
  const before = aScaledObject();
  expect(patched(before, pausingPatch(before, both)).metadata.annotations).toEqual(both);
});
