import { fittedSpan, formatRange, parseRange, parseSpan, rangePresets } from './timeRange';

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

it.each([
  ['keeps what fits', { start: 1000, end: 2000 }, 5000, { start: 1000, end: 2000 }],
  ['widens a short one around its middle', { start: 1000, end: 1010 }, 5000, { start: 975, end: 1035 }],
  ['moves one of the future', { start: 4000, end: 6000 }, 5000, { start: 3000, end: 5000 }],
  ['cuts to 14 days', { start: 0, end: 3_000_000 }, 3_000_000, { start: 895_200, end: 2_104_800 }],
])('fits a span: %s', (_case, span, now, fitted) => {
  expect(fittedSpan(span, now)).toEqual(fitted);
});

it.each([
  ['1000', '2000', { start: 1000, end: 2000 }],
  ['2000', '1000', undefined],
  ['1000', null, undefined],
  ['1000', 'now', undefined],
  ['0', '1300000', undefined],
])('reads the span from %s to %s', (from, to, span) => {
  expect(parseSpan(from, to)).toEqual(span);
});
