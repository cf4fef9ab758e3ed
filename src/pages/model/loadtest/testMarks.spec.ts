import type { LoadTest } from '../../../loadtest/loadTest';
import { testMarks } from './testMarks';

const t = ((key: string) => key) as never;
const test = (name: string, times: Partial<LoadTest>): LoadTest => ({
  name,
  namespace: 'team-a',
  state: 'done',
  createdAt: 0,
  ...times,
});

describe('testMarks', () => {
  it.each<[string, LoadTest[], [number, string][]]>([
    ['a test that has not begun', [test('a', {})], []],
    ['one that runs', [test('a', { startedAt: 10 })], [[10, 'test']]],
    [
      'two, the newest first',
      [test('b', { startedAt: 50, endedAt: 90 }), test('a', { startedAt: 10, endedAt: 40 })],
      [
        [10, 'test'],
        [40, 'test ended'],
        [50, 'test'],
        [90, 'test ended'],
      ],
    ],
  ])('%s', (_case, tests, marks) => {
    expect(testMarks(tests, t).map(({ at, label }) => [at, label])).toEqual(marks);
  });
});
