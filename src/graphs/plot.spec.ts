import { indexAt, newestValue, pointsOf, valueTop } from './plot';
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
    [[null], 'count', 2],
    [[0], 'count', 2],
    [[3], 'count', 4],
    [[24], 'count', 30],
    [[6], 'count', 8],
    [[96], 'count', 200],
    [[0.034], 'quantity', 0.04],
    [[null], 'quantity', 1],
    [[0.2], 'share', 1],
  ] as const)('for %j of the scale %s is %d', (values, scale, top) => {
    expect(valueTop([line([...values])], scale)).toBeCloseTo(top);
  });

  it('leaves out what would flatten the rest', () => {
    expect(valueTop([line([3]), { ...line([512]), offScale: true }])).toBe(4);
  });
});

describe('newestValue', () => {
  it.each([
    [[1, 2, null], 2],
    [[null], undefined],
  ])('of %j is %s', (values, newest) => {
    expect(newestValue(line(values))).toBe(newest);
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
