import { requestCounts } from './requestCounts';
import type { FinishedSeries } from './requestCounts';

const times = [0, 30, 60, 90, 120];

describe('requestCounts', () => {
  it.each<[string, FinishedSeries[], object]>([
    ['nothing measured', [], { done: 0, cancelled: 0, failed: 0 }],
    [
      'only what ended since the start',
      [{ reason: 'stop', values: [100, 110, 120, 150, 150] }],
      { done: 40, cancelled: 0, failed: 0 },
    ],
    [
      'each reason for itself; stop and length are both answers',
      [
        { reason: 'stop', values: [0, 0, 5, 5, 5] },
        { reason: 'length', values: [0, 0, 1, 2, 3] },
        { reason: 'abort', values: [0, 0, 0, 0, 7] },
        { reason: 'error', values: [0, 0, 0, 2, 2] },
      ],
      { done: 8, cancelled: 7, failed: 2 },
    ],
    [
      'an engine that comes later counts from 0',
      [{ reason: 'stop', values: [null, null, null, 4, 9] }],
      { done: 9, cancelled: 0, failed: 0 },
    ],
    [
      'a restart, and gaps',
      [{ reason: 'stop', values: [10, 20, null, 3, 5] }],
      { done: 5, cancelled: 0, failed: 0 },
    ],
  ])('%s', (_case, series, counts) => {
    expect(requestCounts(times, series, 30, 120)).toEqual(counts);
  });

  it('leaves out what ended after the test', () => {
    expect(requestCounts(times, [{ reason: 'stop', values: [0, 1, 2, 3, 90] }], 0, 90).done).toBe(3);
  });
});
