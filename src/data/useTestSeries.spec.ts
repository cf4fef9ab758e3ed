import { aScaledObject, aServedModel } from '../resources/testObjects';
import type { RangeGroups } from './useRangeGroups';
import { seriesOf } from './useTestSeries';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({}));

const own = '{namespace="team-a",service="llama-metrics"}';
const asking = (query: string) =>
  aServedModel({ scaledObject: aScaledObject({ triggers: [{ type: 'prometheus', metadata: { query } }] }) });

function around(trigger?: number[]): Parameters<typeof seriesOf>[1] {
  const line = (name: string, values: number[]) => ({ labels: { line: name }, values });
  const groups: RangeGroups<'load' | 'trigger'>['groups'] = new Map([
    ['load', { series: [line('waiting', [1, 2]), line('running', [3, 4])] }],
    ['trigger', { series: trigger === undefined ? [] : [line('trigger', trigger)] }],
  ]);
  return { range: { start: 0, end: 15, step: 15 }, times: [0, 15], groups };
}

describe('seriesOf', () => {
  it.each([
    ['what waits', `sum(vllm:num_requests_waiting${own})`, undefined, [1, 2], true],
    ['what runs', `sum(vllm:num_requests_running${own})`, undefined, [3, 4], true],
    ['what its own query gave', 'sum(other)', [7, 8], [7, 8], true],
    ['what waits, where the query was not asked', 'sum(other)', undefined, [1, 2], false],
  ])('takes for the load %s', (_case, query, trigger, load, readsTrigger) => {
    const { series, ...rest } = seriesOf(asking(query), around(trigger), []);
    expect(series.load).toEqual(load);
    expect(rest).toEqual({ readsTrigger });
  });
});
