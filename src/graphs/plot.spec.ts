import { indexAt, pointsOf, valueTop } from './plot';
import type { GraphLine } from './plot';

function line(values: (number | null)[], base?: (number | null)[]): GraphLine {
  return { key: 'a', label: 'A', kind: 'area', color: 'red', values, ...(base && { base }) };
}

describe('pointsOf', () => {
  it('stacks a line on its base, and leaves a gap where either has none', () => {
    expect(pointsOf(line([1, 2, null], [10, null, 30]), [0, 15, 30])).toEqual([
      { x: 0, y: 11, y0: 10 },
      { x: 15, y: null, y0: null },
      { x: 30, y: null, y0: null },
    ]);
  });
});

describe('valueTop', () => {
  it.each([
    [[null], 0, 2],
    [[0], 0, 2],
    [[3], 0, 4],
    [[24], 0, 30],
    [[1], 6, 8],
    [[96], 0, 200],
  ])('for %j and levels up to %i is %i', (values, atLeast, top) => {
    expect(valueTop([line(values)], atLeast)).toBe(top);
  });
});

describe('indexAt', () => {
  it.each([
    [14, 1],
    [7, 0],
    [30, 2],
    [60, undefined],
    [-20, undefined],
  ])('finds %i at %s', (time, index) => {
    expect(indexAt([0, 15, 30], time)).toBe(index);
  });

  it('finds nothing in an empty grid', () => {
    expect(indexAt([], 0)).toBeUndefined();
  });
});
