import i18next from 'i18next';
import HttpBackend from 'i18next-http-backend';
import { initReactI18next } from 'react-i18next';
import { pseudoLocalization, wantsPseudoText } from './pseudo';
import { readSetting, writeSetting } from './settings';

const key = 'bridge/language';

/** The language in the URL, which is kept, else the kept one, else English. */
function language(): string {
  const given = new URLSearchParams(window.location.search).get('lng');
  if (given !== null && given !== '') writeSetting(key, given);
  return readSetting(key) ?? 'en';
}

/** Sets up the translations with the console's options; the names of the plugins give the namespaces. */
export async function initI18n(plugins: readonly string[]): Promise<void> {
  const namespaces = plugins.map((name) => `plugin__${name}`);
  await i18next
    .use(HttpBackend)
    .use(initReactI18next)
    .use(pseudoLocalization)
    .init({
      postProcess: wantsPseudoText(window.location.search) ? [pseudoLocalization.name] : [],
      lng: language(),
      fallbackLng: 'en',
      load: 'languageOnly',
      ns: namespaces,
      defaultNS: namespaces[0] ?? false,
      nsSeparator: '~',
      keySeparator: false,
      contextSeparator: '~',
      backend: { loadPath: '/locales/resource.json?lng={{lng}}&ns={{ns}}' },
      interpolation: { escapeValue: false },
      react: {
        useSuspense: true,
        transSupportBasicHtmlNodes: true,
        transKeepBasicHtmlNodesFor: ['br', 'strong', 'i', 'p', 'code'],
      },
      saveMissing: true,
      missingKeyHandler: (languages, namespace, missing) => {
        console.error(
          `Missing i18n key "${missing}" in namespace "${namespace}" and language "${languages.join()}".`,
        );
      },
    });
  document.documentElement.lang = i18next.language;
}
