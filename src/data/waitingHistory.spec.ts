import type { GridSeries } from './labelledCache';
import { waitingHistory } from './waitingHistory';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({}));

const series = (service: string, ...values: (number | null)[]): GridSeries => ({
  labels: { namespace: 'team-a', service },
  values,
});
const answer = (...all: GridSeries[]) => ({
  range: { start: 0, end: 30, step: 30 },
  times: [0, 30],
  groups: new Map([['waiting' as const, { series: all }]]),
});

describe('waitingHistory', () => {
  it('finds the model of each series; others are left out', () => {
    const { times, values } = waitingHistory(answer(series('llama-metrics', 1, null), series('other', 1, 1)));
    expect(times).toEqual([0, 30]);
    expect([...values]).toEqual([['team-a/llama', [1, null]]]);
  });

  it('keeps what looks the same', () => {
    const before = waitingHistory(answer(series('llama-metrics', 0, 0), series('phi-metrics', 1, 2)));
    const after = waitingHistory(answer(series('llama-metrics', 0, 0), series('phi-metrics', 2, 2)), before);
    expect(after.values.get('team-a/llama')).toBe(before.values.get('team-a/llama'));
    expect(after.values.get('team-a/phi')).toEqual([2, 2]);
  });
});
