import { createRowSlots } from './rowSlots';

describe('createRowSlots', () => {
  it('gives those that come the places of those that go, from the top', () => {
    const place = createRowSlots();
    expect(place(['a', 'b', 'c'], [])).toEqual([0, 1, 2]);
    expect(place(['d', 'e', 'f'], [])).toEqual([0, 1, 2]);
    expect(place(['e', 'g'], [])).toEqual([1, 0]);
  });

  it('lets a model keep its place when the order changes', () => {
    const place = createRowSlots();
    place(['a', 'b', 'c'], []);
    expect(place(['c', 'a', 'b'], [])).toEqual([2, 0, 1]);
    expect(place(['x', 'c', 'b'], [])).toEqual([0, 2, 1]);
  });

  it('gives nobody the place that somebody is at', () => {
    const place = createRowSlots();
    place(['a', 'b'], []);
    expect(place(['c', 'd'], ['a'])).toEqual([1, 2]);
    expect(place(['c', 'a'], ['a'])).toEqual([1, 2]);
  });

  it('has no more places than rows were shown at once', () => {
    const place = createRowSlots();
    for (let page = 0; page < 20; page += 1) {
      const keys = Array.from({ length: 50 }, (_, row) => `${String(page)} ${String(row)}`);
      expect(Math.max(...place(keys, []))).toBe(49);
    }
  });
});
