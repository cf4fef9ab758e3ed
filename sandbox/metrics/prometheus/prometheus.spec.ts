import type { Deployment } from '../../../src/resources/deployment';
import { deploymentKind } from '../../../src/resources/kinds';
import { eventually } from '../../controllers/testCluster';
import { chat, llama, look, samples } from '../../scenarios/testScenario';
import type { MetricsBackend } from '../metricsBackend';
import { builtInMetrics } from '../metricsBackend';
import { judgedSamples } from '../promql/judge';
import { SeriesStore } from '../seriesStore';
import { areInstalled } from './process';
import { startPrometheus } from './prometheus';
import { tenantQuery } from './tenantQuery';

jest.setTimeout(120_000);

const installed = areInstalled('prometheus');
if (!installed)
  console.log(
    'skipped: --metrics=prometheus, since there is no prometheus on the PATH (apt-get install prometheus)',
  );
const describeWhereInstalled = installed ? describe : describe.skip;

// Days ahead of the real time, as a clock of thirty times its speed gets within hours.
const startMs = Date.now() + 5 * 86_400_000;
const now = startMs + 1_801_234;

interface Body {
  status?: string;
  error?: string;
  data?: { result?: unknown[] } | unknown[];
}

/** The body with what has no order in order. */
function sorted(text: string): Body {
  const body = JSON.parse(text) as Body;
  const { data } = body;
  const inOrder = (list: unknown[]): unknown[] => list.map((one) => JSON.stringify(one)).sort();
  if (Array.isArray(data)) return { ...body, data: inOrder(data) };
  return data?.result === undefined ? body : { ...body, data: { ...data, result: inOrder(data.result) } };
}

describeWhereInstalled('the real Prometheus behind the sandbox', () => {
  let real: MetricsBackend;
  const ours = builtInMetrics(new SeriesStore(100 * 86_400_000));
  const errors: unknown[] = [];

  beforeAll(async () => {
    real = await startPrometheus({ onError: (error) => errors.push(error) });
    for (const { sink } of [ours, real]) {
      for (const { labels, timeMs, value } of judgedSamples(startMs)) sink.append(labels, timeMs, value);
      sink.append({ __name__: 'gone', namespace: 'demo' }, now - 20_000, 1);
      sink.appendStale({ __name__: 'gone', namespace: 'demo' }, now - 10_000);
    }
  });
  afterAll(async () => {
    await real.close();
  });

  async function both(path: string, form: Record<string, string>, namespace?: string): Promise<[Body, Body]> {
    const request = {
      path,
      form: new URLSearchParams(form),
      now,
      ...(namespace === undefined ? {} : { namespace }),
    };
    const [mine, theirs] = [await ours.answer(request), await real.answer(request)];
    expect(theirs.code).toBe(mine.code);
    return [sorted(mine.body), sorted(theirs.body)];
  }

  it.each([
    'sum(vllm:num_requests_waiting{namespace="demo"})',
    'max by (pod) (max_over_time(vllm:num_requests_waiting[10m]))',
    'vllm:num_requests_waiting offset 5m + on (pod) vllm:num_requests_waiting{pod!="x"}',
    'gone',
    'gone offset 15s',
    'sum(',
  ])('answers as our own engine, in simulated time: %s', async (query) => {
    for (const namespace of [undefined, 'demo', 'other']) {
      // A namespace that the query itself rules out is refused by both.
      const [mine, theirs] = await both('/api/v1/query', { query }, namespace);
      expect(theirs).toEqual(mine);
    }
  });

  it.each([
    ['/api/v1/query_range', { query: 'sum by (namespace) (vllm:num_requests_waiting)', step: '60' }],
    ['/api/v1/series', { 'match[]': 'vllm:num_requests_waiting' }],
    ['/api/v1/labels', { 'match[]': 'gone' }],
    ['/api/v1/label/pod/values', {}],
  ])('answers %s as our own engine', async (path, form) => {
    const range = { start: String(startMs / 1000), end: String(now / 1000), ...form };
    for (const namespace of [undefined, 'demo']) {
      const [mine, theirs] = await both(path, range, namespace);
      expect(theirs).toEqual(mine);
    }
  });

  it('writes a day of history in its order', async () => {
    const times = Array.from({ length: 2880 }, (_, index) => now - 86_400_000 + index * 30_000);
    const backend = await startPrometheus({ onError: (error) => errors.push(error) });
    try {
      for (const pod of ['a', 'b'])
        backend.sink.fill({ __name__: 'day', pod }, times, (_time, index) => index);
      await backend.written();
      const form = new URLSearchParams({ query: 'count_over_time(day[1d])' });
      const { body } = await backend.answer({ path: '/api/v1/query', form, now });
      expect(body.match(/"2880"/g)).toHaveLength(2);
    } finally {
      await backend.close();
    }
  });

  it('has lost no sample', () => {
    expect(errors).toEqual([]);
  });

  it('moves replicas, at thirty times the speed', () =>
    look(
      'burst',
      async (client, cluster) => {
        expect(await samples(cluster, `count(vllm:num_requests_waiting{namespace="${chat}"})`)).toEqual([2]);
        cluster.setLoad(true);
        await eventually(
          'more replicas',
          async () => {
            const found = await client.get<Deployment>(deploymentKind, chat, `${llama}-predictor`);
            return (found?.spec.replicas ?? 0) > 2;
          },
          60,
        );
      },
      [chat],
      { backend: 'prometheus' },
    ));
});

describe('tenantQuery', () => {
  it.each([
    ['a', '{__name__="a",namespace="x"}'],
    [
      'sum by (b) (rate(a{c=~"d.*"}[5m] offset 1m)) / on () group_left b{namespace="x"}',
      'sum by (b) (rate({__name__="a",c=~"d.*",namespace="x"}[5m] offset 1m)) / on () group_left {__name__="b",namespace="x"}',
    ],
    ['max_over_time(sum(a)[10m:30s]) # a', 'max_over_time(sum({__name__="a",namespace="x"})[10m:30s]) # a'],
    ['vector(1)', 'vector(1)'],
  ])('%s', (query, limited) => {
    expect(tenantQuery(query, 'x')).toBe(limited);
  });

  it('refuses what asks for another project', () => {
    expect(() => tenantQuery('a{namespace="y"}', 'x')).toThrow(/conflicting label matcher/);
  });
});
