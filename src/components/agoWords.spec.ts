import { consoleLanguage } from '../language';
import { agoWords } from './agoWords';

jest.mock('../language', () => ({
  consoleLanguage: jest.fn(() => 'en'),
  perLanguage: (create: (language?: string) => unknown) => () => create(consoleLanguage()),
}));

it.each([
  ['en', -5000, '0 sec. ago'],
  ['en', 0, '0 sec. ago'],
  ['en', 12_900, '12 sec. ago'],
  ['en', 59_999, '59 sec. ago'],
  ['en', 60_000, '1 min. ago'],
  ['en', 3_599_000, '59 min. ago'],
  ['en', 7_200_000, '2 hr. ago'],
  ['en', 86_400_000, '1 day ago'],
  ['en', 259_200_000, '3 days ago'],
  ['fr', 185_000, 'il y a 3 min'],
  ['ja', 185_000, '3 分前'],
])('says in %s how long ago %i ms are: %s', (language, milliseconds, words) => {
  jest.mocked(consoleLanguage).mockReturnValue(language);
  expect(agoWords(milliseconds).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(words);
});
