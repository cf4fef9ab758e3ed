import { createRowSlots } from './rowSlots';

describe('createRowSlots', () => {
  it('gives those that come the places of those that go, from the top', () => {
    const place = createRowSlots();
    expect(place(['a', 'b', 'c'], undefined)).toEqual([0, 1, 2]);
    expect(place(['d', 'e', 'f'], undefined)).toEqual([0, 1, 2]);
    expect(place(['e', 'g'], undefined)).toEqual([1, 0]);
  });

  it('lets a model keep its place when the order changes', () => {
    const place = createRowSlots();
    place(['a', 'b', 'c'], undefined);
    expect(place(['c', 'a', 'b'], undefined)).toEqual([2, 0, 1]);
    expect(place(['x', 'c', 'b'], undefined)).toEqual([0, 2, 1]);
  });

  it('gives nobody the place that had the focus', () => {
    const place = createRowSlots();
    place(['a', 'b'], undefined);
    expect(place(['c', 'd'], 'a')).toEqual([1, 2]);
    expect(place(['c', 'a'], 'a')).toEqual([1, 2]);
  });

  it('has no more places than rows were shown at once', () => {
    const place = createRowSlots();
    for (let page = 0; page < 20; page += 1) {
      const keys = Array.from({ length: 50 }, (_, row) => `${String(page)} ${String(row)}`);
      expect(Math.max(...place(keys, undefined))).toBe(49);
    }
  });
});
