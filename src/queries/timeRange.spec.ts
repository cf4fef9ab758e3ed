import { formatRange, parseRange, rangePresets } from './timeRange';

it.each([
  [null, { seconds: 3600 }],
  [undefined, { seconds: 3600 }],
  ['', { seconds: 3600 }],
  ['15m', { seconds: 900 }],
  ['90m', { seconds: 5400 }],
  ['14d', { seconds: 1_209_600 }],
  ['600s', { seconds: 600 }],
  ['1m', { seconds: 300, problem: 'tooShort' }],
  ['15d', { seconds: 1_209_600, problem: 'tooLong' }],
  ['0h', { seconds: 3600, problem: 'invalid' }],
  ['1', { seconds: 3600, problem: 'invalid' }],
  ['1y', { seconds: 3600, problem: 'invalid' }],
  ['-1h', { seconds: 3600, problem: 'invalid' }],
  ['1.5h', { seconds: 3600, problem: 'invalid' }],
])('reads %j', (text, expected) => {
  expect(parseRange(text)).toEqual(expected);
});

it('takes the fallback of the page', () => {
  expect(parseRange(null, 1800)).toEqual({ seconds: 1800 });
});

it.each(rangePresets)('writes $seconds s as $value and reads it back', ({ value, seconds }) => {
  expect(formatRange(seconds)).toBe(value);
  expect(parseRange(value)).toEqual({ seconds });
});

it.each([
  [5400, '90m'],
  [61, '61s'],
  [899.6, '15m'],
])('writes %d s as %s', (seconds, text) => {
  expect(formatRange(seconds)).toBe(text);
});
