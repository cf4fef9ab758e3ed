import { timeOf } from './time';

it.each([
  ['1970-01-01T00:00:01Z', 1000],
  ['1970-01-01T00:00:00.250Z', 250],
  [undefined, undefined],
  ['', undefined],
  ['yesterday', undefined],
])('reads %j', (text, expected) => {
  expect(timeOf(text)).toBe(expected);
});
