/** The texts of one language by their keys, in the order of the file. */
export type Texts = Readonly<Record<string, string>>;

/** A text of the English file: its key without a plural suffix. */
interface Family {
  base: string;
  plural: boolean;
}

const suffix = /_(?:zero|one|two|few|many|other)$/;

function familiesOf(english: Texts): Family[] {
  const families = new Map<string, Family>();
  for (const key of Object.keys(english)) {
    const stem = key.replace(suffix, '');
    const plural = stem !== key && `${stem}_other` in english;
    const base = plural ? stem : key;
    families.set(base, { base, plural });
  }
  return [...families.values()];
}

/** The plural forms that i18next asks for in a language (its v4 suffixes are the categories of Intl.PluralRules). */
function formsOf(language: string): readonly string[] {
  const used = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return ['zero', 'one', 'two', 'few', 'many', 'other'].filter((form) => used.some((each) => each === form));
}

/** The keys that a language's file must have, in the order of the English file. */
export function expectedKeys(english: Texts, language: string): string[] {
  const forms = formsOf(language);
  return familiesOf(english).flatMap(({ base, plural }) =>
    plural ? forms.map((form) => `${base}_${form}`) : [base],
  );
}

const placeholdersOf = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name).sort();

function placeholderProblem(key: string, english: string, text: string): string | undefined {
  const [want, have] = [placeholdersOf(english), placeholdersOf(text)];
  // A form for one thing may say "a replica".
  const optional = key.endsWith('_one') ? 'count' : '';
  const without = (names: string[]): string => names.filter((name) => name !== optional).join();
  return without(want) === without(have)
    ? undefined
    : `"${key}" has {{${have.join()}}}, not {{${want.join()}}}`;
}

/** What is wrong with the file of a language; empty when nothing is. */
export function translationProblems(english: Texts, language: string, texts: Texts): string[] {
  const expected = expectedKeys(english, language);
  const known = new Set(expected);
  const keys = Object.keys(texts);
  const problems = [
    ...expected.filter((key) => !(key in texts)).map((key) => `"${key}" is missing`),
    ...keys.filter((key) => !known.has(key)).map((key) => `"${key}" is unknown`),
  ];
  if (problems.length === 0 && keys.join('\n') !== expected.join('\n')) {
    problems.push('the keys are not in the order of the English file');
  }
  for (const [key, text] of Object.entries(texts)) {
    if (text.trim() === '') problems.push(`"${key}" is empty`);
    const base = key.replace(suffix, '');
    const original = english[key] ?? english[`${base}_other`];
    const problem = original === undefined ? undefined : placeholderProblem(key, original, text);
    if (problem !== undefined) problems.push(problem);
  }
  return problems;
}
