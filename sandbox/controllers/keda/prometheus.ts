import type { PrometheusResult } from '../../../src/simulator/prometheusTrigger';
import { timestamp } from '../timestamp';

/** Where the cluster's Thanos queriers listen for real. */
export interface MetricsUrls {
  /** thanos-querier:9091. */
  clusterUrl: string;
  /** thanos-querier:9092. */
  tenancyUrl: string;
}

/** What a prometheus trigger asks, and as whom. */
export interface PrometheusQuestion {
  serverAddress: string;
  query: string;
  namespace?: string;
  token?: string;
}

const thanosHosts = new Set([
  'thanos-querier.openshift-monitoring.svc',
  'thanos-querier.openshift-monitoring.svc.cluster.local',
]);

/** The listener behind an in-cluster address; throws an Error as Go's net package words it. */
export function route(serverAddress: string, urls: MetricsUrls): string {
  const { hostname, port, pathname } = new URL(serverAddress);
  if (!thanosHosts.has(hostname)) throw new Error(`dial tcp: lookup ${hostname}: no such host`);
  const path = pathname === '/' ? '' : pathname;
  if (port === '9091') return urls.clusterUrl + path;
  if (port === '9092') return urls.tenancyUrl + path;
  throw new Error(`dial tcp: ${hostname}:${port === '' ? '443' : port}: connect: connection refused`);
}

/** The values of an instant vector; a scalar or a matrix is what KEDA cannot read. */
export function samplesOf(text: string): PrometheusResult {
  const body = JSON.parse(text) as {
    data?: { resultType?: string; result?: { value?: [number, string] }[] };
  };
  const { resultType = '', result = [] } = body.data ?? {};
  if (resultType !== 'vector')
    return { error: `json: cannot unmarshal ${resultType} into Go struct field promQueryResult.data.result` };
  return { samples: result.map(({ value }) => Number(value?.[1] ?? Number.NaN)) };
}

/** A timeout in the words of Go's http.Client, anything else in its own. */
function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return String(error);
  return 'name' in error && error.name === 'TimeoutError'
    ? 'context deadline exceeded (Client.Timeout exceeded while awaiting headers)'
    : String(error.message);
}

/** Asks the instant query as KEDA does (pkg/scalers/prometheus_scaler.go). `now` is in milliseconds. */
export async function askPrometheus(
  { serverAddress, query, namespace, token }: PrometheusQuestion,
  urls: MetricsUrls,
  now: number,
): Promise<PrometheusResult> {
  const scope = namespace === undefined || namespace === '' ? '' : `&namespace=${namespace}`;
  const path = `/api/v1/query?query=${encodeURIComponent(query)}&time=${timestamp(now)}${scope}`;
  try {
    const response = await fetch(route(serverAddress, urls) + path, {
      headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(3000),
    });
    const text = await response.text();
    if (response.ok) return samplesOf(text);
    const status = String(response.status);
    return { error: `prometheus query api returned error. status: ${status} response: ${text.trim()}` };
  } catch (error) {
    const reason = reasonOf(error);
    return { error: `Get "${serverAddress}${path}": ${reason}` };
  }
}
