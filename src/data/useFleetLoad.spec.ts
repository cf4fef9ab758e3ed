import { loadsOf } from './useFleetLoad';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({}));

describe('loadsOf', () => {
  it('joins the series by project and name; a model without a series has no entry', () => {
    const series = (service: string, value: number) => ({
      labels: { namespace: 'team-a', service },
      points: [[1, value]] as const,
    });
    const loads = loadsOf(
      new Map([
        ['waiting', [series('llama-metrics', 7), series('other', 1), series('nan-metrics', NaN)]],
        ['running', [series('llama-metrics', 0)]],
      ]),
      5000,
    );
    expect([...loads]).toEqual([['team-a/llama', { at: 5000, waiting: 7, running: 0 }]]);
  });
});
