import type { Decision } from '../../../decisions/decision';
import { causeWords, changeWords, decisionArithmetic, readinessWords } from './decisionWords';

jest.mock('../../../language', () => ({
  perLanguage: (create: (language: string) => unknown) => () => create('en'),
}));

const t = ((key: string, facts: Record<string, unknown> = {}) =>
  key.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(facts[name]))) as never;

const up: Decision = { at: 0, from: 3, to: 6, cause: 'load' };
const sum = { load: 24, threshold: 2, wants: 12 };

it('names the change, or that there is none', () => {
  expect(changeWords(up)).toBe('3 → 6');
  expect(changeWords({ ...up, to: 3 })).toBe('3');
  expect(causeWords('windowEnded', t)).toMatch(/stayed low/);
});

it.each<[Decision['arithmetic'], string | undefined]>([
  [undefined, undefined],
  [sum, '24 / 2 = 12'],
  [{ ...sum, limitedTo: 'max' }, '24 / 2 = 12, limited to 6'],
  [{ ...sum, limitedTo: 'min' }, '24 / 2 = 12, at least 6'],
  [{ ...sum, limitedTo: 'pace' }, '24 / 2 = 12, 6 in this step'],
])('writes %j as %s', (arithmetic, words) => {
  expect(decisionArithmetic({ ...up, ...(arithmetic && { arithmetic }) }, t)).toBe(words);
});

it.each<[Decision['readiness'], string | undefined]>([
  [undefined, undefined],
  [{ ready: 0, added: 3 }, 'None of the 3 added serves'],
  [{ ready: 0, added: 1 }, 'It does not serve'],
  [{ ready: 1, added: 1, seconds: 68 }, 'It serves after 1 min 8 sec'],
  [{ ready: 3, added: 3, seconds: 68 }, 'All 3 added serve after 1 min 8 sec'],
  [{ ready: 2, added: 3, seconds: 68 }, '2 of the 3 added serve after 1 min 8 sec'],
])('says of %j: %s', (readiness, words) => {
  expect(readinessWords({ ...up, ...(readiness && { readiness }) }, t)).toBe(words);
});
