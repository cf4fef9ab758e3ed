import { fieldValue, spanWords, timeOfField } from './spanWords';

jest.mock('../../../language', () => ({
  perLanguage: (create: (language: string) => unknown) => () => create('en'),
}));

const start = new Date(2026, 10, 24, 14, 2).getTime() / 1000;

it('writes what both ends share once', () => {
  expect(spanWords({ start, end: start + 600 })).toMatch(/^Nov 24, 0?2:02\s–\s0?2:12\sPM$/);
});

it('writes a time for a field in local time, and reads it back', () => {
  expect(fieldValue(start)).toBe('2026-11-24T14:02');
  expect(timeOfField('2026-11-24T14:02')).toBe(start);
});

it.each([[''], ['soon']])('finds no time in %j', (value) => {
  expect(timeOfField(value)).toBeUndefined();
});
