import type { PostProcessorModule } from 'i18next';

/** Letters that can still be read but are not ASCII. */
const accented: Readonly<Record<string, string>> = {
  ...{
    a: 'ȧ',
    b: 'ƀ',
    c: 'ƈ',
    d: 'ḓ',
    e: 'ḗ',
    f: 'ƒ',
    g: 'ɠ',
    h: 'ħ',
    i: 'ī',
    j: 'ĵ',
    k: 'ķ',
    l: 'ŀ',
    m: 'ḿ',
  },
  ...{
    n: 'ƞ',
    o: 'ǿ',
    p: 'ƥ',
    q: 'ɋ',
    r: 'ř',
    s: 'ş',
    t: 'ŧ',
    u: 'ŭ',
    v: 'ṽ',
    w: 'ẇ',
    x: 'ẋ',
    y: 'ẏ',
    z: 'ẑ',
  },
  ...{
    A: 'Ȧ',
    B: 'Ɓ',
    C: 'Ƈ',
    D: 'Ḓ',
    E: 'Ḗ',
    F: 'Ƒ',
    G: 'Ɠ',
    H: 'Ħ',
    I: 'Ī',
    J: 'Ĵ',
    K: 'Ķ',
    L: 'Ŀ',
    M: 'Ḿ',
  },
  ...{
    N: 'Ƞ',
    O: 'Ǿ',
    P: 'Ƥ',
    Q: 'Ɋ',
    R: 'Ř',
    S: 'Ş',
    T: 'Ŧ',
    U: 'Ŭ',
    V: 'Ṽ',
    W: 'Ẇ',
    X: 'Ẋ',
    Y: 'Ẏ',
    Z: 'Ẑ',
  },
};

/** Other languages are longer than English: each of these letters is written twice. */
const doubled = new Set('aeiouAEIOU');

/** English that looks foreign, is longer, and stands in brackets, so that what is not translated or cut is seen. */
export function pseudoText(text: string): string {
  const letters = text.replaceAll(/[a-z]/gi, (letter) =>
    (accented[letter] ?? letter).repeat(doubled.has(letter) ? 2 : 1),
  );
  return `[${letters}]`;
}

/** Whether the URL asks for it, as OpenShift Console's does. */
export function wantsPseudoText(search: string): boolean {
  return new URLSearchParams(search).get('pseudolocalization') === 'true';
}

/** Makes each translation into English pseudo text, the facts in it too, as i18next-pseudo does in the console. */
export const pseudoLocalization: PostProcessorModule = {
  type: 'postProcessor',
  name: 'pseudo',
  process: (value, _key, _options, translator: { language?: string }) =>
    translator.language === 'en' ? pseudoText(value) : value,
};
