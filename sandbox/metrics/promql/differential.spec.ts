import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { areInstalled } from '../prometheus/process';
import { labelsKey, SeriesStore } from '../seriesStore';
import { answerApi } from '../queryApi';
import { judgedSamples, startJudge } from './judge';
import { parsePromql } from './parse';
import type { Point, QueryData } from './query';
import { instantQuery, rangeQuery } from './query';

// Runs only where Prometheus is installed (Debian: apt-get install prometheus); it is the judge then.
const installed = areInstalled('prometheus', 'promtool');
if (!installed)
  console.log('skipped: PromQL judged by Prometheus, since it is not installed (apt-get install prometheus)');
const describeWhereJudged = installed ? describe : describe.skip;

const startMs = Date.UTC(2026, 0, 15, 8);
const timeline = { startMs: startMs - 60_000, stepMs: 45_000, count: 90 };
const instantMs = startMs + 1_801_234;

const queries = [
  'vllm:num_requests_waiting',
  'sum(vllm:num_requests_waiting{namespace="demo"})',
  'sum by (service) (vllm:num_requests_waiting)',
  'avg without (pod) (vllm:num_requests_waiting)',
  'min by (namespace) (vllm:num_requests_waiting) + max by (namespace) (vllm:num_requests_waiting)',
  'count(vllm:num_requests_waiting > 3)',
  'stddev(vllm:num_requests_waiting) / stdvar(vllm:num_requests_waiting)',
  'quantile by (namespace) (0.7, vllm:num_requests_waiting)',
  // Without ties: Prometheus itself takes either then.
  'topk(1, rate(vllm:generation_tokens_total[5m])) + 0 or bottomk(1, rate(vllm:generation_tokens_total[5m]))',
  'count_values("v", floor(vllm:num_requests_waiting / 5))',
  'rate(vllm:generation_tokens_total[5m])',
  'rate(vllm:generation_tokens_total[2m] offset 3m)',
  'increase(vllm:generation_tokens_total[7m])',
  'irate(vllm:generation_tokens_total[5m])',
  'delta(vllm:num_requests_waiting[4m])',
  'idelta(vllm:num_requests_waiting[4m])',
  'deriv(vllm:num_requests_waiting[10m])',
  'predict_linear(vllm:num_requests_waiting[10m], 600)',
  'changes(vllm:num_requests_waiting[10m]) + resets(vllm:generation_tokens_total[10m])',
  'avg_over_time(vllm:num_requests_waiting[5m]) - sum_over_time(vllm:num_requests_waiting[5m])',
  'max_over_time(vllm:num_requests_waiting[5m]) - min_over_time(vllm:num_requests_waiting[5m])',
  'stddev_over_time(vllm:num_requests_waiting[6m]) + stdvar_over_time(vllm:num_requests_waiting[6m])',
  'quantile_over_time(0.3, vllm:num_requests_waiting[6m])',
  'count_over_time(vllm:num_requests_waiting[5m]) * present_over_time(vllm:num_requests_waiting[5m])',
  'last_over_time(vllm:num_requests_waiting[5m])',
  'max_over_time(sum by (namespace) (rate(vllm:generation_tokens_total[2m]))[10m:30s])',
  'avg_over_time(sum(vllm:num_requests_waiting)[10m:] offset 2m)',
  'histogram_quantile(0.95, sum by (le) (rate(vllm:e2e_request_latency_seconds_bucket[5m])))',
  'histogram_quantile(0.5, rate(vllm:e2e_request_latency_seconds_bucket[5m]))',
  'vllm:num_requests_waiting * on (pod) group_left (service) (vllm:num_requests_waiting > 1)',
  'vllm:num_requests_waiting / ignoring (service, model_name) vllm:num_requests_waiting',
  'sum by (namespace) (vllm:num_requests_waiting) * on (namespace) group_right () vllm:num_requests_waiting',
  'vllm:num_requests_waiting and on (pod) (vllm:generation_tokens_total > 10000)',
  'vllm:num_requests_waiting unless vllm:num_requests_waiting > 5',
  'vllm:num_requests_waiting{pod="a-2"} or vllm:num_requests_waiting{pod=~"a-.*"} offset 5m',
  'vllm:num_requests_waiting > bool 4',
  '4 < vllm:num_requests_waiting != 7',
  '-vllm:num_requests_waiting ^ 2 % 7 + 1',
  '2 * -1 ^ 2 + vector(time()) - vector(scalar(vllm:num_requests_waiting{namespace="other"}))',
  'label_replace(vllm:num_requests_waiting, "short", "$1-x", "pod", "(.).*")',
  'label_join(vllm:num_requests_waiting, "both", "/", "namespace", "pod")',
  'round(vllm:num_requests_waiting, 0.5) + clamp(vllm:num_requests_waiting, 2, 6)',
  'clamp_min(ceil(vllm:num_requests_waiting), 3) - clamp_max(floor(vllm:num_requests_waiting), 5)',
  'abs(vllm:num_requests_waiting - 5) + sqrt(vllm:num_requests_waiting) + ln(vllm:num_requests_waiting + 1)',
  'absent(vllm:num_requests_waiting{namespace="other", pod!="x"})',
  'absent_over_time(vllm:num_requests_waiting{namespace="other"}[3m])',
  'timestamp(vllm:num_requests_waiting) - timestamp(vllm:num_requests_waiting + 0)',
  'vllm:num_requests_waiting{pod="a-1"} + vllm:num_requests_waiting{pod="a-1"} offset 5m * 2',
  '{__name__=~"vllm:.*_waiting", namespace!~"o.*"}',
  'sum(special) or special == special or special > -Inf',
];

/** Series by labels with their points, whatever the order of the answer. */
function linesOf(data: QueryData): Map<string, Point[]> {
  if (data.resultType === 'scalar' || data.resultType === 'string') return new Map([['', [data.result]]]);
  if (data.resultType === 'vector') {
    return new Map(data.result.map(({ metric, value }) => [labelsKey(metric), [value]]));
  }
  return new Map(data.result.map(({ metric, values }) => [labelsKey(metric), values]));
}

const number = (text: string): number => (text.includes('Inf') ? Number(`${text}inity`) : Number(text));

/** The differing points, so that a failure shows them; equal within 1e-9 of the value. */
function differences(ours: QueryData, theirs: QueryData): unknown[] {
  const [a, b] = [linesOf(ours), linesOf(theirs)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key): unknown[] => {
    const [mine = [], judged = []] = [a.get(key), b.get(key)];
    if (mine.length !== judged.length) return [{ key, mine, judged }];
    return mine.flatMap(([time, text], i) => {
      const [otherTime = NaN, otherText = ''] = judged[i] ?? [];
      const [x, y] = [number(text), number(otherText)];
      const same = Object.is(x, y) || Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y));
      return same && time === otherTime ? [] : [{ key, time, otherTime, text, otherText }];
    });
  });
}

const faulty = [
  '',
  'sum(',
  'sum(vllm:x',
  'x{a="b"',
  'x{a="b',
  'nope(x)',
  'rate(x)',
  'sum(x[5m])',
  'abs(x, 1)',
  'round()',
  'label_join(x)',
  'clamp("a", 1, 2)',
  'topk(x)',
  'quantile("a", x)',
  '1 > 2',
  'x + bool y',
  'x and 1',
  'x + on (a) 1',
  'x and on (a) group_left () y',
  'x + on (a) group_left (a) y',
  'x[5m] + 1',
  '-x[5m]',
  '1[5m:1m]',
  '{}',
  '{a=~".*"}',
  'x{__name__="y"}',
  'sum(x) offset 5m',
  'x offset 5m offset 5m',
  'vllm:num_requests_waiting * on (namespace) vllm:num_requests_waiting',
  'vllm:num_requests_waiting * on (namespace) group_left () vllm:num_requests_waiting',
  'sum by (namespace) (vllm:num_requests_waiting) * on (namespace) vllm:num_requests_waiting',
  'vllm:num_requests_waiting * on (namespace) sum by (namespace) (vllm:num_requests_waiting)',
  'label_replace(vllm:num_requests_waiting, "pod", "", "pod", ".*")',
  'label_replace(vllm:num_requests_waiting, "1x", "", "pod", ".*")',
  'count_values("1x", vllm:num_requests_waiting)',
];

describeWhereJudged('the evaluator agrees with Prometheus on the same samples', () => {
  let folder = '';
  let judge: { url: string; close(): Promise<void> };
  const store = new SeriesStore();

  const ask = async (endpoint: string, parameters: Record<string, string>): Promise<QueryData> => {
    const response = await fetch(
      `${judge.url}/api/v1/${endpoint}?${new URLSearchParams(parameters).toString()}`,
    );
    const answer = (await response.json()) as { data?: QueryData; error?: string };
    if (answer.data === undefined) throw new Error(answer.error);
    return answer.data;
  };

  beforeAll(async () => {
    const samples = judgedSamples(startMs);
    for (const { labels, timeMs, value } of samples) store.append(labels, timeMs, value);
    folder = mkdtempSync(path.join(tmpdir(), 'promql-judge-'));
    judge = await startJudge(folder, samples);
  }, 60_000);

  afterAll(async () => {
    await judge.close();
    rmSync(folder, { recursive: true });
  });

  it.each(queries)('range: %s', async (query) => {
    const theirs = await ask('query_range', {
      query,
      start: String(timeline.startMs / 1000),
      end: String((timeline.startMs + (timeline.count - 1) * timeline.stepMs) / 1000),
      step: String(timeline.stepMs / 1000),
    });
    expect(linesOf(theirs).size).toBeGreaterThan(0);
    expect(differences(rangeQuery(store, parsePromql(query), timeline), theirs)).toEqual([]);
  });

  it.each([...queries, 'vllm:num_requests_waiting[2m]', 'sum(vllm:num_requests_waiting)[5m:1m]'])(
    'instant: %s',
    async (query) => {
      const theirs = await ask('query', { query, time: String(instantMs / 1000) });
      expect(differences(instantQuery(store, parsePromql(query), instantMs), theirs)).toEqual([]);
    },
  );

  it.each(faulty)('error: %s', async (query) => {
    const form = new URLSearchParams({ query, time: String(instantMs / 1000) });
    const response = await fetch(`${judge.url}/api/v1/query?${form.toString()}`);
    const theirs: unknown = await response.json();
    const ours = answerApi(store, { path: '/api/v1/query', form, now: instantMs });
    expect({ code: ours.code, body: JSON.parse(ours.body) as unknown }).toEqual({
      code: response.status,
      body: theirs,
    });
  });

  it.each(['"text"', 'vllm:num_requests_waiting[5m]', 'vllm:num_requests_waiting'])(
    'parameters of a range query: %s',
    async (query) => {
      for (const [start, end, step] of [
        ['1', '2', '1'],
        ['2026-01-15T08:00:00Z', '2026-01-15T09:00:00.5+00:00', '1m30s'],
        ['1', '2', 'x'],
        ['now', '2', '1'],
        ['1', '12000', '1'],
        ['1', '11001', '1'],
      ] as const) {
        const form = new URLSearchParams({ query, start, end, step });
        const response = await fetch(`${judge.url}/api/v1/query_range?${form.toString()}`);
        const theirs = (await response.json()) as { error?: string };
        const ours = answerApi(store, { path: '/api/v1/query_range', form, now: instantMs });
        expect({ code: ours.code, error: (JSON.parse(ours.body) as { error?: string }).error }).toEqual({
          code: response.status,
          error: theirs.error,
        });
      }
    },
  );
});
