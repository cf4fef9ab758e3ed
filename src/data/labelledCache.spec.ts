import { gridSeries, toAsk, withSeries } from './labelledCache';
import type { LabelledCache } from './labelledCache';

const range = { start: 600, end: 660, step: 15 };
const askedAt = 661_000;

function series(pod: string, ...times: number[]) {
  return { labels: { line: 'ready', pod }, points: times.map((time) => [time, 1] as const) };
}

function filled(): LabelledCache {
  return withSeries(undefined, range, range, [series('a', 600, 615), series('b', 660)], askedAt);
}

describe('withSeries', () => {
  it('keeps series apart by their labels, on one grid', () => {
    expect(gridSeries(filled())).toEqual([
      { labels: { line: 'ready', pod: 'a' }, values: [1, 1, null, null, null] },
      { labels: { line: 'ready', pod: 'b' }, values: [null, null, null, null, 1] },
    ]);
  });

  it('lets series come and go as the range moves on', () => {
    const next = { start: 630, end: 690, step: 15 };
    const moved = withSeries(filled(), next, { ...next, start: 630 }, [series('c', 690)], askedAt + 30_000);
    expect(gridSeries(moved).map(({ labels }) => labels.pod)).toEqual(['c']);
    const tail = withSeries(filled(), next, { ...next, start: 675 }, [series('b', 690)], askedAt + 30_000);
    expect(gridSeries(tail)).toEqual([
      { labels: { line: 'ready', pod: 'b' }, values: [null, null, 1, null, 1] },
    ]);
  });
});

describe('toAsk', () => {
  it.each([
    ['all of it at first', undefined, range, range],
    [
      'the tail when time went on',
      filled(),
      { start: 615, end: 675, step: 15 },
      { start: 630, end: 675, step: 15 },
    ],
    ['all of another range', filled(), { start: 0, end: 600, step: 15 }, { start: 0, end: 600, step: 15 }],
    [
      'the tail of the same range while samples may come late',
      filled(),
      range,
      { start: 630, end: 660, step: 15 },
    ],
    ['nothing of a past that it holds', { ...filled(), askedAt: 900_000 }, range, undefined],
  ])('is %s', (_what, cache, wanted, asked) => {
    expect(toAsk(cache, wanted)).toEqual(asked);
  });
});
