import { readFileSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { expectedKeys, translationProblems } from './translations';
import type { Texts } from './translations';

const folder = path.join(__dirname, '..', 'locales');
const textsOf = (language: string): Texts =>
  JSON.parse(readFileSync(path.join(folder, language, 'plugin__llm-autoscaling.json'), 'utf8')) as Texts;
/** The languages of OpenShift Console. */
const languages = ['es', 'fr', 'ja', 'ko', 'zh'];

it('has a file for each language of the console', () => {
  expect(readdirSync(folder).sort()).toEqual(['en', ...languages].sort());
});

it.each(languages)('says everything in the language %s', (language) => {
  expect(translationProblems(textsOf('en'), language, textsOf(language))).toEqual([]);
});

describe('translationProblems', () => {
  const english = {
    'Loads {{name}}': 'Loads {{name}}',
    '{{count}} pods_one': '{{count}} pod',
    '{{count}} pods_other': '{{count}} pods',
    Save: 'Save',
  };
  const french = {
    'Loads {{name}}': 'Charge {{name}}',
    '{{count}} pods_one': 'un pod',
    '{{count}} pods_many': '{{count}} de pods',
    '{{count}} pods_other': '{{count}} pods',
    Save: 'Enregistrer',
  };
  const { Save, ...withoutSave } = french;

  it('asks for the plural forms of the language', () => {
    expect(expectedKeys(english, 'ja')).toEqual(['Loads {{name}}', '{{count}} pods_other', 'Save']);
    expect(expectedKeys(english, 'fr')).toEqual(Object.keys(french));
  });

  it.each<[string, Texts, string[]]>([
    ['nothing', french, []],
    ['a missing key', withoutSave, ['"Save" is missing']],
    ['an unknown key', { ...french, Open: 'Ouvrir' }, ['"Open" is unknown']],
    ['an empty text', { ...french, Save: ' ' }, ['"Save" is empty']],
    ['another order', { Save, ...withoutSave }, ['the keys are not in the order of the English file']],
    [
      'a broken placeholder',
      { ...french, 'Loads {{name}}': 'Charge {{nom}}' },
      ['"Loads {{name}}" has {{nom}}, not {{name}}'],
    ],
    [
      'a plural without its number',
      { ...french, '{{count}} pods_other': 'des pods' },
      ['"{{count}} pods_other" has {{}}, not {{count}}'],
    ],
  ])('finds %s', (_what, texts, problems) => {
    expect(translationProblems(english, 'fr', texts)).toEqual(problems);
  });
});
