import type { LoadPlan } from './loadPlan';
import { planProblems } from './planProblems';

const plan: LoadPlan = {
  target: 'http://llama-api.team-a.svc:8080',
  model: 'llama',
  profile: 'burst',
  rate: 5,
  durationSeconds: 120,
  promptTokens: 256,
  outputTokens: 500,
};

describe('planProblems', () => {
  it.each<[string, Partial<LoadPlan>, string[]]>([
    ['a whole plan', {}, []],
    ['a rate below 1', { rate: 0.25 }, []],
    ['a sweep without a rate', { profile: 'sweep', rate: NaN }, []],
    ['no target', { target: '' }, ['target missing']],
    ['a name as target', { target: 'llama' }, ['target url']],
    ['a target with /v1', { target: 'http://llama:8080/v1' }, ['target url']],
    ['a target with a slash at its end', { target: 'http://llama:8080/' }, ['target url']],
    ['no model', { model: '' }, ['model missing']],
    ['no rate', { rate: NaN }, ['rate notANumber']],
    ['a rate of 0', { rate: 0 }, ['rate range']],
    ['half a second', { durationSeconds: 0.5 }, ['durationSeconds notAnInteger']],
    ['more than a day', { durationSeconds: 90_000 }, ['durationSeconds range']],
    ['no tokens', { promptTokens: 0, outputTokens: NaN }, ['promptTokens range', 'outputTokens notANumber']],
  ])('%s', (_case, changes, expected) => {
    const problems = planProblems({ ...plan, ...changes });
    expect(problems.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});
