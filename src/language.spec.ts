import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { consoleLanguage, perLanguage } from './language';

describe('the language of the console', () => {
  it('is not known before the console has set its translations up, then follows it', async () => {
    expect(consoleLanguage()).toBeUndefined();
    await i18next.use(initReactI18next).init({ lng: 'fr', resources: {}, showSupportNotice: false });
    expect(consoleLanguage()).toBe('fr');
    await i18next.changeLanguage('ja');
    expect(consoleLanguage()).toBe('ja');
  });

  it('gets one formatter a language', () => {
    const create = jest.fn((language: string | undefined) => ({ language }));
    const format = perLanguage(create);
    expect(format('fr')).toBe(format('fr'));
    expect(format('ko').language).toBe('ko');
    expect(create).toHaveBeenCalledTimes(2);
  });
});
