import { loadsOf } from './useFleetLoad';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({}));

const series = (service: string, value: number) => ({
  labels: { namespace: 'team-a', service },
  points: [[1, value]] as const,
});
const answers = (waiting: number, running: number) =>
  new Map([
    ['waiting' as const, [series('llama-metrics', waiting), series('phi-metrics', 3)]],
    ['running' as const, [series('llama-metrics', running)]],
  ]);

describe('loadsOf', () => {
  it('joins the series by project and name; a model without a series has no entry', () => {
    const loads = loadsOf(
      new Map([
        ['waiting', [series('llama-metrics', 7), series('other', 1), series('nan-metrics', NaN)]],
        ['running', [series('llama-metrics', 0)]],
      ]),
    );
    expect([...loads]).toEqual([['team-a/llama', { waiting: 7, running: 0 }]]);
  });

  it('keeps the loads that say the same', () => {
    const before = loadsOf(answers(1, 2));
    const after = loadsOf(answers(1, 5), before);
    expect(after.get('team-a/llama')).toEqual({ waiting: 1, running: 5 });
    expect(after.get('team-a/phi')).toBe(before.get('team-a/phi'));
    expect(loadsOf(answers(1, 2), before)).toBe(before);
  });

  it('sees a model whose series are gone', () => {
    const before = loadsOf(answers(1, 2));
    const after = loadsOf(new Map([['waiting', [series('phi-metrics', 3)]]]), before);
    expect([...after.keys()]).toEqual(['team-a/phi']);
  });
});
