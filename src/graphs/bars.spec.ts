import { lookAt, rowsOf } from './bars';
import type { Bar } from './bars';

function bar(key: string, from: number, to: number): Bar {
  return { key, label: key, parts: [{ from, to, look: 'serving' }] };
}

const bars = [bar('b', 10, 40), bar('a', 0, 20), bar('c', 20, 60)];

it('gives each bar a row, in the order of their starts', () => {
  expect(rowsOf(bars, 3).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
});

it('lets bars that follow each other share a row when there are many', () => {
  expect(rowsOf(bars, 2).map((row) => row.bars.map(({ key }) => key))).toEqual([['a', 'c'], ['b']]);
});

it.each([
  [5, undefined],
  [10, 'serving'],
  [40, 'serving'],
  [41, undefined],
])('is seen at %d as %s', (time, look) => {
  expect(lookAt(bar('b', 10, 40), time)).toBe(look);
});
