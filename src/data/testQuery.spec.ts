import { ownTrigger } from '../policy/trigger';
import type { MetricsScope, QueriedSeries } from './prometheus';
import { QueryError } from './queryError';
import { testQuery } from './testQuery';

jest.mock('@openshift-console/dynamic-plugin-sdk', () => ({ consoleFetchJSON: jest.fn() }));

const trigger = ownTrigger('waiting', { namespace: 'team-a', name: 'llama' }, 2);
const one = (value: number, labels: Record<string, string> = {}): QueriedSeries => ({
  labels,
  points: [[1, value]],
});

it.each([
  ['a value', [one(24)], { code: 'one', value: 24 }],
  ['no number', [one(NaN)], { code: 'notANumber' }],
  ['an infinite one', [one(Infinity)], { code: 'notANumber' }],
  [
    'a series a pod',
    [one(1, { pod: 'a', job: 'x' }), one(2, { pod: 'b', job: 'x' })],
    { code: 'several', count: 2, differ: ['pod'] },
  ],
])('says what KEDA makes of %s', async (_case, series, expected) => {
  expect(await testQuery(trigger, () => Promise.resolve(series))).toEqual(expected);
});

it.each([
  ['unauthorised', 'unauthorised'],
  ['badRequest', 'refused'],
  ['timeout', 'unreachable'],
  ['unreachable', 'unreachable'],
] as const)('tells %s as %s, with the server’s words', async (code, expected) => {
  const fail = () => Promise.reject(new QueryError(code, 'words'));
  expect(await testQuery(trigger, fail)).toEqual({ code: expected, message: 'words' });
});

it('names the label that matches nothing, and the values that there are', async () => {
  const query = 'sum(vllm:num_requests_waiting{namespace="team-a",model_name="lama"})';
  const asked: string[] = [];
  const result = await testQuery({ ...trigger, query }, (_scope, text) => {
    asked.push(text);
    const counted = text.startsWith('count by (model_name)');
    return Promise.resolve(counted ? [one(1, { model_name: 'llama' }), one(1, { model_name: 'b' })] : []);
  });
  expect(result).toEqual({
    code: 'none',
    missed: [
      { metric: 'vllm:num_requests_waiting', label: 'model_name', wanted: 'lama', values: ['b', 'llama'] },
    ],
    unknown: [],
  });
  expect(asked[3]).toBe('count by (model_name) (vllm:num_requests_waiting{namespace="team-a"})');
});

it('says that nothing has the metric', async () => {
  const query = 'sum(vllm:wrong_name{service="llama-metrics"})';
  const result = await testQuery({ ...trigger, query }, () => Promise.resolve([]));
  expect(result).toEqual({ code: 'none', missed: [], unknown: [{ metric: 'vllm:wrong_name', others: [] }] });
});

it('says what a metric is called here, and looks for no wrong label then', async () => {
  const result = await testQuery(trigger, (_scope, text) =>
    Promise.resolve(
      text.startsWith('count by (__name__)')
        ? [one(1, { __name__: 'kserve_vllm:num_requests_waiting' })]
        : text.startsWith('count by (service)')
          ? [one(1, { service: 'another-metrics' })]
          : [],
    ),
  );
  const others = ['kserve_vllm:num_requests_waiting'];
  expect(result).toEqual({
    code: 'none',
    missed: [],
    unknown: [{ metric: 'vllm:num_requests_waiting', others }],
  });
});

const thanos = 'https://thanos-querier.openshift-monitoring.svc';

it.each<[string, string | undefined, MetricsScope | undefined]>([
  [`${thanos}.cluster.local:9092`, 'team-b', { path: 'tenancy', namespace: 'team-b' }],
  [`${thanos}:9091`, undefined, { path: 'cluster' }],
  [`${thanos}:9092`, undefined, undefined],
  ['http://prometheus:9090', 'team-a', undefined],
])('asks %s through the same door', async (serverAddress, namespace, expected) => {
  const scopes: MetricsScope[] = [];
  const { kind, query, threshold } = trigger;
  const asked = { kind, query, threshold, serverAddress, ...(namespace === undefined ? {} : { namespace }) };
  await testQuery(asked, (scope) => {
    scopes.push(scope);
    return Promise.resolve([one(1)]);
  });
  expect(scopes).toEqual(expected === undefined ? [] : [expected]);
});
