import { loadSeries } from './loadSeries';
import { parsePromql } from './parse';
import { PromqlError } from './promqlError';
import type { Point } from './query';
import { rangeQuery } from './query';
import { labelsText } from './vectors';

const store = loadSeries([
  'gauge{ns="a",pod="p1"} 1 2 3 4 5 6 7 8 9 10 11',
  'gauge{ns="b",pod="p3"} _ _ _ _ _ _ 2 8 4 stale',
]);

describe('rangeQuery', () => {
  const timeline = { startMs: 180_000, stepMs: 60_000, count: 3 };
  const lines = (query: string): Record<string, Point[]> => {
    const data = rangeQuery(store, parsePromql(query), timeline);
    if (data.resultType !== 'matrix') throw new Error(data.resultType);
    return Object.fromEntries(data.result.map(({ metric, values }) => [labelsText(metric), values]));
  };

  it.each([
    [
      'gaps',
      'gauge{ns="b"} * 1',
      {
        '{ns="b", pod="p3"}': [
          [180, '2'],
          [240, '4'],
        ],
      },
    ],
    [
      'a scalar',
      '1',
      {
        '{}': [
          [180, '1'],
          [240, '1'],
          [300, '1'],
        ],
      },
    ],
    [
      'series that take turns',
      'max(gauge < 5) or vector(0)',
      {
        '{}': [
          [180, '2'],
          [240, '4'],
          [300, '0'],
        ],
      },
    ],
    [
      'a window at each step',
      'sum_over_time(gauge{pod="p1"}[30s])',
      {
        '{ns="a", pod="p1"}': [
          [180, '13'],
          [240, '17'],
          [300, '21'],
        ],
      },
    ],
  ] as [string, string, Record<string, Point[]>][])('%s', (_name, query, expected) => {
    expect(lines(query)).toEqual(expected);
  });

  it('refuses a range vector', () => {
    expect(() => lines('gauge[1m]')).toThrow(
      new PromqlError(
        'bad_data',
        'invalid expression type "range vector" for range query, must be Scalar or instant Vector',
      ),
    );
  });
});
