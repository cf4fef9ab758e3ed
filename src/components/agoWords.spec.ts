import { agoWords } from './agoWords';

jest.mock('react-i18next', () => ({ getI18n: () => ({ language: 'en' }) }));

it.each([
  [-5000, '0 sec. ago'],
  [0, '0 sec. ago'],
  [12_900, '12 sec. ago'],
  [59_999, '59 sec. ago'],
  [60_000, '1 min. ago'],
  [3_599_000, '59 min. ago'],
  [7_200_000, '2 hr. ago'],
  [86_400_000, '1 day ago'],
  [259_200_000, '3 days ago'],
])('says how long ago %i ms are: %s', (milliseconds, words) => {
  expect(agoWords(milliseconds)).toBe(words);
});
