import { holdsUntil } from './holdsUntil';
import { statusOf } from './statusOf';
import { minutesAgo, model, now, replicas, scaledAgo, withoutScaledObject } from './testModels';
import type { Change } from './testModels';

const availableAgo =
  (minutes: number): Change =>
  ({ deployment }) => {
    if (deployment?.status === undefined) return;
    deployment.status.conditions = [
      { type: 'Available', status: 'True', lastTransitionTime: minutesAgo(minutes) },
    ];
  };

const changedAgo =
  (minutes: number): Change =>
  ({ inferenceService }) => {
    inferenceService.metadata.managedFields = [{ manager: 'kubectl', time: minutesAgo(minutes) }];
  };

describe('holdsUntil', () => {
  it.each<[string, Change[], number]>([
    ['nothing is on its way', [], Infinity],
    ['the replicas serve since 1 min', [availableAgo(1)], 0.5],
    ['the replicas serve for long', [availableAgo(60)], Infinity],
    ['it scaled 10 min ago', [scaledAgo(10)], 5],
    ['it was changed 15 sec ago', [changedAgo(0.25)], 0.25],
    ['it was changed a minute ago', [changedAgo(1)], Infinity],
    ['both', [scaledAgo(14), availableAgo(1)], 0.5],
  ])('%s', (_case, changes, minutes) => {
    expect(holdsUntil(model(...changes), now)).toBe(now + minutes * 60_000);
  });

  it.each<[string, Change[], object]>([
    ['a scale-up', [replicas(3, 3, 1), scaledAgo(10)], { waiting: 5, running: 1 }],
    ['a ScaledObject that does not come', [withoutScaledObject, changedAgo(0.25)], {}],
    ['the first scrape', [availableAgo(1)], {}],
  ])('is when the state changes: %s', (_case, changes, load) => {
    const one = model(...changes);
    const end = holdsUntil(one, now);
    const codeAt = (time: number) => statusOf(one, load, time).code;
    expect(codeAt(end - 1)).toBe(codeAt(now));
    expect(codeAt(end)).not.toBe(codeAt(now));
  });
});
