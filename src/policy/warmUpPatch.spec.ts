import { aScaledObject } from '../resources/testObjects';
import { letSleepPatch, warmUpPatch } from './warmUpPatch';

const path = '/metadata/annotations/autoscaling.keda.sh~1force-activation';
const awake = { 'autoscaling.keda.sh/force-activation': 'true' };

describe('warmUpPatch', () => {
  it('adds the annotation', () => {
    expect(warmUpPatch(aScaledObject({}, { annotations: { other: '1' } }))).toEqual([
      { op: 'add', path, value: 'true' },
    ]);
  });

  it('brings the map along, and overwrites no other', () => {
    expect(warmUpPatch(aScaledObject())).toEqual([
      { op: 'test', path: '/metadata/resourceVersion', value: '7' },
      { op: 'add', path: '/metadata/annotations', value: awake },
    ]);
  });
});

describe('letSleepPatch', () => {
  it.each([
    ['kept awake', awake, [{ op: 'remove', path }]],
    ['not kept awake', {}, []],
  ])('%s', (_case, annotations, patch) => {
    expect(letSleepPatch(aScaledObject({}, { annotations }))).toEqual(patch);
  });
});
