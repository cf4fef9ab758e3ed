import { consoleFetchJSON } from '@openshift-console/dynamic-plugin-sdk';
import { QueryError } from './queryError';

/** Where to ask: all of the cluster (needs cluster-wide rights), or one project on the tenancy path. */
export type MetricsScope = { path: 'cluster' } | { path: 'tenancy'; namespace: string };

/** Seconds since 1970, whole multiples of the step. */
export interface QueryRange {
  start: number;
  end: number;
  step: number;
}

/** One series of an answer; `points` are [seconds, value]. An instant query gives one point. */
export interface QueriedSeries {
  labels: Readonly<Record<string, string>>;
  points: readonly (readonly [number, number])[];
}

const timeout = 30_000;

function urlOf(scope: MetricsScope, endpoint: string, parameters: Record<string, string>): string {
  // The tenancy proxy refuses a query without its namespace, and POST needs more rights than GET (kube-rbac-proxy).
  const base = scope.path === 'cluster' ? '/api/prometheus' : '/api/prometheus-tenancy';
  const tenancy = scope.path === 'tenancy' ? { namespace: scope.namespace } : {};
  return `${base}/api/v1/${endpoint}?${new URLSearchParams({ ...parameters, ...tenancy }).toString()}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

/** [seconds, "value"] as the HTTP API writes a sample. */
function sampleOf(pair: unknown): [number, number] {
  const sample = listOf(pair);
  if (sample === undefined) throw new QueryError('badRequest', 'A sample of the answer is not a pair.');
  const [time, text] = sample;
  return [Number(time), Number(text)];
}

function seriesOf(entry: unknown): QueriedSeries {
  if (!isRecord(entry)) throw new QueryError('badRequest', 'A series of the answer is not an object.');
  const { metric, value, values } = entry;
  const labels = Object.entries(isRecord(metric) ? metric : {}).map(
    ([name, text]) => [name, String(text)] as const,
  );
  const samples = listOf(values) ?? (value === undefined ? [] : [value]);
  return { labels: Object.fromEntries(labels), points: samples.map(sampleOf) };
}

function parse(answer: unknown): QueriedSeries[] {
  const data = isRecord(answer) ? answer.data : undefined;
  const result = isRecord(data) ? listOf(data.result) : undefined;
  if (result === undefined) throw new QueryError('badRequest', 'The answer holds no series.');
  return result.map(seriesOf);
}

async function ask(url: string, signal: AbortSignal): Promise<QueriedSeries[]> {
  try {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
    // 0 turns the console's own timeout off: it would leave the request running.
    const answer: unknown = await consoleFetchJSON(url, 'GET', { signal: bounded }, 0);
    return parse(answer);
  } catch (error) {
    throw QueryError.from(error);
  }
}

/** The values now, one point a series. Rejects with a QueryError. */
export async function queryInstant(
  scope: MetricsScope,
  query: string,
  signal: AbortSignal,
): Promise<QueriedSeries[]> {
  return ask(urlOf(scope, 'query', { query }), signal);
}

/** The values over a range. Rejects with a QueryError. */
export async function queryRange(
  scope: MetricsScope,
  query: string,
  range: QueryRange,
  signal: AbortSignal,
): Promise<QueriedSeries[]> {
  const { start, end, step } = range;
  return ask(
    urlOf(scope, 'query_range', { query, start: String(start), end: String(end), step: String(step) }),
    signal,
  );
}
