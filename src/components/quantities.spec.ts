import { consoleLanguage } from '../language';
import { formatDuration, formatMoment, formatNumber, formatShare } from './quantities';

jest.mock('../language', () => ({
  consoleLanguage: jest.fn(() => 'en'),
  perLanguage: (create: (language?: string) => unknown) => () => create(consoleLanguage()),
}));

const speak = (language: string) => jest.mocked(consoleLanguage).mockReturnValue(language);

describe('formatDuration', () => {
  it.each([
    [0, '0 sec'],
    [-5000, '0 sec'],
    [59_000, '59 sec'],
    [160_000, '2 min 40 sec'],
    [3_600_000, '1 hr'],
    [90_061_000, '1 day 1 hr'],
  ])('writes %i ms as %s', (milliseconds, words) => {
    speak('en');
    expect(formatDuration(milliseconds)).toBe(words);
  });

  it.each([
    ['ja', '2 分 40 秒'],
    ['ko', '2분 40초'],
    ['zh', '2分钟 40秒'],
    ['fr', '2 min 40 s'],
    ['es', '2 min 40 s'],
  ])('takes the units of the console’s language %s', (language, words) => {
    speak(language);
    expect(formatDuration(160_000).replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(words);
  });
});

describe('numbers and times', () => {
  it.each([
    ['en', '1,234.5', '73%'],
    ['fr', '1 234,5', '73 %'],
    ['es', '1234,5', '73 %'],
    ['ja', '1,234.5', '73%'],
  ])('are written as the language %s does', (language, number, share) => {
    speak(language);
    const spaces = /[\u00a0\u202f]/g;
    expect(formatNumber(1234.5).replaceAll(spaces, ' ')).toBe(number);
    expect(formatShare(0.731).replaceAll(spaces, ' ')).toBe(share);
  });

  it('names the day and the second', () => {
    speak('fr');
    expect(formatMoment(new Date(2026, 0, 31, 14, 2, 15).getTime())).toMatch(/31 janv\. 2026.*14:02:15/);
  });
});
