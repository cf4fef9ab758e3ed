import { searchFor } from './languages';

it.each([
  ['', 'ja', '?lng=ja'],
  ['?range=15m&lng=fr', 'ko', '?range=15m&lng=ko'],
  ['?lng=ko', 'pseudo', '?lng=en&pseudolocalization=true'],
  ['?lng=en&pseudolocalization=true', 'es', '?lng=es'],
])('from %j to %s', (search, code, expected) => {
  expect(searchFor(code, search)).toBe(expected);
});
