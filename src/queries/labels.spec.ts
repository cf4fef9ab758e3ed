import { escapedRegex, quoted, selector } from './labels';

it.each([
  ['team-a', '"team-a"'],
  ['a"b', String.raw`"a\"b"`],
  [String.raw`a\b`, String.raw`"a\\b"`],
  ['a\nb', String.raw`"a\nb"`],
  [String.raw`\"`, String.raw`"\\\""`],
])('quotes %j', (value, expected) => {
  expect(quoted(value)).toBe(expected);
});

it('leaves undefined labels out, and the braces when nothing is matched', () => {
  expect(selector({ namespace: 'a', service: undefined }, 'x=~"y"')).toBe('{namespace="a",x=~"y"}');
  expect(selector({ namespace: undefined })).toBe('');
});

it('escapes what RE2 would read as an operator', () => {
  expect(escapedRegex('a.b*c')).toBe(String.raw`a\.b\*c`);
  expect(new RegExp(`^${escapedRegex('[x](y){1}|^$?+\\')}$`).test('[x](y){1}|^$?+\\')).toBe(true);
});
