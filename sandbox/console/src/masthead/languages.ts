import { readSetting, writeSetting } from '../settings';

/** A choice of the masthead: a language of the plugin, or English that is made to look foreign. */
export interface Language {
  code: string;
  /** In its own words, as the console's preferences list it. */
  name: string;
}

const pseudo = 'pseudo';

/** The languages of OpenShift Console, and the one that finds untranslated text. */
export const languages: readonly Language[] = [
  { code: 'en', name: 'English' },
  { code: 'zh', name: '中文' },
  { code: 'ja', name: '日本語' },
  { code: 'ko', name: '한국어' },
  { code: 'fr', name: 'Français' },
  { code: 'es', name: 'Español' },
  { code: pseudo, name: 'Pseudo' },
];

/** The language of the page with this search part of its URL. */
export function languageOf(search: string): string {
  const parameters = new URLSearchParams(search);
  if (parameters.get('pseudolocalization') === 'true') return pseudo;
  return parameters.get('lng') ?? readSetting('bridge/language') ?? 'en';
}

/** The search part of the URL that opens the page in another language; all other parameters stay. */
export function searchFor(code: string, search: string): string {
  const parameters = new URLSearchParams(search);
  parameters.delete('pseudolocalization');
  parameters.set('lng', code === pseudo ? 'en' : code);
  if (code === pseudo) parameters.set('pseudolocalization', 'true');
  return `?${parameters.toString()}`;
}

/** Keeps the language and opens the page in it: translations are loaded at the start only. */
export function chooseLanguage(code: string): void {
  writeSetting('bridge/language', code === pseudo ? 'en' : code);
  window.location.search = searchFor(code, window.location.search);
}
