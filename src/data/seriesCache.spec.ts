import { gridOf, missingRange, onGrid, withAnswer } from './seriesCache';
import type { CachedSeries } from './seriesCache';

const cached: CachedSeries = {
  start: 0,
  end: 60,
  step: 15,
  values: new Map([
    [0, 1],
    [15, 2],
    [30, 3],
    [45, 4],
    [60, 5],
  ]),
};

describe('missingRange', () => {
  it.each([
    ['nothing kept', undefined, { start: 0, end: 60, step: 15 }, { start: 0, end: 60, step: 15 }],
    [
      'the tail with two steps of overlap',
      cached,
      { start: 15, end: 75, step: 15 },
      { start: 30, end: 75, step: 15 },
    ],
    ['the same range again', cached, { start: 0, end: 60, step: 15 }, { start: 30, end: 60, step: 15 }],
    ['another step', cached, { start: 0, end: 60, step: 30 }, { start: 0, end: 60, step: 30 }],
    [
      'a range that begins earlier',
      cached,
      { start: -60, end: 60, step: 15 },
      { start: -60, end: 60, step: 15 },
    ],
    [
      'a gap longer than the overlap',
      cached,
      { start: 45, end: 105, step: 15 },
      { start: 45, end: 105, step: 15 },
    ],
    ['a clock that went back', cached, { start: -15, end: 45, step: 15 }, { start: -15, end: 45, step: 15 }],
  ])('asks for %s', (_what, kept, range, asked) => {
    expect(missingRange(kept, range)).toEqual(asked);
  });
});

describe('withAnswer', () => {
  const range = { start: 15, end: 75, step: 15 };
  const asked = missingRange(cached, range);

  it('drops the head, keeps the middle and takes the tail from the answer', () => {
    const next = withAnswer(cached, range, asked, [
      [45, 40],
      [60, 50],
      [75, 60],
    ]);
    expect([...next.values]).toEqual([
      [15, 2],
      [45, 40],
      [60, 50],
      [75, 60],
    ]);
  });

  it('turns samples that vanished from the tail into gaps', () => {
    expect(onGrid(withAnswer(cached, range, asked, []))).toEqual([2, null, null, null, null]);
  });
});

describe('onGrid', () => {
  it('gives one value for each time of the grid, and null for what is no number', () => {
    const holes = {
      ...cached,
      values: new Map([
        [15, NaN],
        [30, Infinity],
        [45, 0],
      ]),
    };
    expect(gridOf(holes)).toEqual([0, 15, 30, 45, 60]);
    expect(onGrid(holes)).toEqual([null, null, null, 0, null]);
  });
});
