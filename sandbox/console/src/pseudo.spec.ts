import i18next from 'i18next';
import { pseudoLocalization, pseudoText, wantsPseudoText } from './pseudo';

describe('pseudo-localisation', () => {
  it('writes text longer, in other letters and in brackets', () => {
    const text = pseudoText('Waits for 3 GPUs');
    expect(text).toBe('[Ẇȧȧīītş ƒǿǿř 3 ƓƤŬŬş]'.replace('t', 'ŧ'));
  });

  it.each([
    ['?pseudolocalization=true&lng=en', true],
    ['?pseudolocalization=false', false],
    ['?lng=en', false],
  ])('is asked for by the URL %s: %s', (search, wanted) => {
    expect(wantsPseudoText(search)).toBe(wanted);
  });

  it('changes English only, and what is put in too', async () => {
    const i18n = i18next.createInstance().use(pseudoLocalization);
    await i18n.init({
      lng: 'en',
      postProcess: ['pseudo'],
      showSupportNotice: false,
      resources: {
        en: { translation: { hello: 'of {{name}}' } },
        fr: { translation: { hello: 'de {{name}}' } },
      },
    });
    expect(i18n.t('hello', { name: 'llama' })).toBe('[ǿǿƒ ŀŀȧȧḿȧȧ]');
    await i18n.changeLanguage('fr');
    expect(i18n.t('hello', { name: 'llama' })).toBe('de llama');
  });
});
