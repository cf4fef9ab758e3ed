import { getI18n } from 'react-i18next';

// The type of getI18n leaves out that no translations may have been set up.
const languageOf = (i18n: { language?: string } | undefined): string | undefined => i18n?.language;

/**
 * The language of the console, for Intl: it is the reader's choice there and need not be the browser's.
 * Undefined before the console has one; Intl then takes the browser's.
 */
export function consoleLanguage(): string | undefined {
  return languageOf(getI18n());
}

/** A formatter by language: Intl's constructors are too slow for each cell of a table. */
export function perLanguage<Format>(
  create: (language: string | undefined) => Format,
): (language?: string) => Format {
  const formats = new Map<string | undefined, Format>();
  return (language = consoleLanguage()) => {
    const known = formats.get(language) ?? create(language);
    formats.set(language, known);
    return known;
  };
}
