import { createCursor } from './cursor';
import { domainAfterKey, placeOf, timeAfterKey, timeAt } from './timeAxis';
import type { TimeAxis } from './timeAxis';

function axis(time?: number): TimeAxis {
  const times = Array.from({ length: 21 }, (_, index) => index * 15);
  const cursor = createCursor();
  cursor.move(time);
  return { times, domain: { start: 0, end: 300 }, cursor, marks: [], onZoom: jest.fn() };
}

it.each([
  ['ArrowLeft', 150, 135],
  ['ArrowRight', 150, 165],
  ['ArrowRight', 300, 300],
  ['PageDown', 225, 75],
  ['PageUp', 225, 300],
  ['Home', 150, 0],
  ['End', 150, 300],
  ['ArrowLeft', undefined, 285],
  ['a', 150, undefined],
])('%s moves the cursor from %s to %s', (key, from, to) => {
  expect(timeAfterKey(key, axis(from))).toBe(to);
});

it.each([
  ['+', 150, { start: 75, end: 225 }],
  ['=', 0, { start: 0, end: 150 }],
  ['-', 300, { start: -300, end: 300 }],
  ['x', 150, undefined],
])('%s at %s zooms to %j', (key, time, domain) => {
  expect(domainAfterKey(key, axis(time))).toEqual(domain);
});

it('places times and reads them back, within the axis', () => {
  const domain = { start: 100, end: 200 };
  expect(placeOf(125, domain)).toBe(0.25);
  expect(timeAt(0.25, domain)).toBe(125);
  expect(timeAt(1.5, domain)).toBe(200);
  expect(placeOf(5, { start: 5, end: 5 })).toBe(0);
});
