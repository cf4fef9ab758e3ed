import type { TFunction } from 'i18next';

/** A text of an extension: "%plugin__x~Text%" is a key to translate, anything else stands as it is. */
export function translated(text: string, t: TFunction): string {
  const key = /^%(.+~.+)%$/.exec(text)?.[1];
  return key === undefined ? text : t(key);
}
