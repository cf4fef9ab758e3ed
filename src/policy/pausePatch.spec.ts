import { applyPatch, type Operation } from 'fast-json-patch';
import { pauseOf } from '../resources/pause';
import type { ScaledObject } from '../resources/scaledObject';
import { aScaledObject } from '../resources/testObjects';
import { pausePatch, resumePatch } from './pausePatch';
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
