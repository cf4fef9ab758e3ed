import type { MetricTarget } from './autoscaler';
import type { Fallback } from './fallback';
import { withFallback } from './fallback';

const average: MetricTarget = { name: 's0-prometheus', type: 'AverageValue', threshold: 2 };
const value: MetricTarget = { ...average, type: 'Value' };
const error = { error: 'no answer' };
const state = { failures: 3, specReplicas: 4, readyReplicas: 3 };
const fallback: Fallback = { failureThreshold: 3, replicas: 6 };

describe('fallback', () => {
  it('stands in after more failures than the threshold, not before', () => {
    const failures = [0, 1, 2, 3, 4].map((before) =>
      withFallback(fallback, average, error, { ...state, failures: before }),
    );
    expect(failures.map(({ failures: count, active }) => [count, active])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, true],
      [5, true],
    ]);
    expect(failures.map(({ reading }) => reading)).toEqual([
      error,
      error,
      error,
      { value: 12 },
      { value: 12 },
    ]);
  });

  it('forgets the failures with the first answer', () => {
    expect(withFallback(fallback, average, { value: 1 }, state)).toEqual({
      reading: { value: 1 },
      failures: 0,
      active: false,
    });
  });

  it('counts nothing where none is configured', () => {
    expect(withFallback(undefined, average, error, state)).toEqual({
      reading: error,
      failures: 0,
      active: false,
    });
  });

  it.each([
    ['static', 6, 12],
    ['currentReplicas', 6, 8],
    ['currentReplicasIfHigher', 6, 12],
    ['currentReplicasIfHigher', 3, 8],
    ['currentReplicasIfLower', 6, 8],
    ['currentReplicasIfLower', 3, 6],
  ] as const)('%s with %d, 4 running: the metric is %d', (behavior, replicas, reads) => {
    const { reading } = withFallback({ ...fallback, replicas, behavior }, average, error, state);
    expect(reading).toEqual({ value: reads });
  });

  it('is divided by the ready replicas for Value, cut off to thousandths', () => {
    const seven = { ...fallback, replicas: 7 };
    expect(withFallback(seven, value, error, state).reading).toEqual({ value: 4.666 });
  });

  it('cannot help a Value metric without ready replicas', () => {
    expect(withFallback(fallback, value, error, { ...state, readyReplicas: 0 })).toEqual({
      reading: { error: 'error performing fallback' },
      failures: 4,
      active: false,
    });
  });
});
