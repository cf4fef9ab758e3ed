import { matcherOf } from './matchers';
import type { StoredSeries } from './seriesStore';
import { SeriesStore } from './seriesStore';

const up = matcherOf('__name__', '=', 'up');

const contents = (series: StoredSeries[]): unknown[] =>
  series.map(({ labels, samples }) => [
    labels.pod,
    ...Array.from({ length: samples.length }, (_, i) => [
      samples.time(i),
      samples.isStale(i) ? 'stale' : samples.value(i),
    ]),
  ]);

describe('SeriesStore', () => {
  it('keeps the samples of each label set, empty labels not counted, sorted by labels', () => {
    const store = new SeriesStore();
    store.append({ __name__: 'up', pod: 'b', more: '' }, 1, 10);
    store.append({ pod: 'b', __name__: 'up' }, 2, 11);
    store.append({ __name__: 'up', pod: 'a' }, 2, 20);
    store.append({ __name__: 'down', pod: 'a' }, 2, 30);
    store.appendStale({ __name__: 'up', pod: 'a' }, 3);
    expect(contents(store.select([up]))).toEqual([
      ['a', [2, 20], [3, 'stale']],
      ['b', [1, 10], [2, 11]],
    ]);
    expect(contents(store.select([up, matcherOf('more', '=', ''), matcherOf('pod', '!=', 'a')]))).toEqual([
      ['b', [1, 10], [2, 11]],
    ]);
    expect(
      contents(store.select([matcherOf('__name__', '=~', 'up|down'), matcherOf('pod', '!~', 'b.*')])),
    ).toEqual([
      ['a', [2, 30]],
      ['a', [2, 20], [3, 'stale']],
    ]);
  });

  it('takes many samples of a series at once', () => {
    const store = new SeriesStore();
    const labels = { __name__: 'up', pod: 'a' };
    store.fill(labels, [1, 2, 3], (time) => time * 10);
    store.append(labels, 4, 0);
    expect(contents(store.select([up]))).toEqual([['a', [1, 10], [2, 20], [3, 30], [4, 0]]]);
  });

  it('drops a sample that is not newer than the last one', () => {
    const store = new SeriesStore();
    for (const [time, value] of [
      [5, 1],
      [5, 2],
      [4, 3],
      [6, 4],
    ] as const) {
      store.append({ __name__: 'up', pod: 'a' }, time, value);
    }
    expect(contents(store.select([up]))).toEqual([['a', [5, 1], [6, 4]]]);
  });

  it.each([
    [0, 9, 0],
    [0, 10, 1],
    [20, 30, 1],
    [21, 30, 0],
  ])('selects what has a sample from %d to %d', (start, end, count) => {
    const store = new SeriesStore();
    store.append({ __name__: 'up' }, 10, 1);
    store.append({ __name__: 'up' }, 20, 1);
    expect(store.select([up], start, end)).toHaveLength(count);
  });

  it('forgets samples past the retention and series without any', () => {
    const store = new SeriesStore(3_600_000);
    const [steady, ended] = [
      { __name__: 'up', pod: 'steady' },
      { __name__: 'up', pod: 'ended' },
    ];
    store.append(ended, 0, 1);
    for (let minute = 0; minute <= 600; minute += 1) store.append(steady, minute * 60_000, minute);
    const [series, ...others] = store.select([up]);
    expect(others).toEqual([]);
    expect(series?.samples.length).toBe(61);
    expect(series?.samples.time(0)).toBe(540 * 60_000);
    expect(series?.samples.value(60)).toBe(600);
    // A series that comes back starts anew.
    store.append(ended, 601 * 60_000, 1);
    expect(store.select([matcherOf('pod', '=', 'ended')])).toHaveLength(1);
  });
});
