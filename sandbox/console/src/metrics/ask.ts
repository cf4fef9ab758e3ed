import { coFetchJSON } from '../shims/consoleFetch';

/** A series of an answer: values over time (milliseconds) and the newest of them. */
export interface AskedSeries {
  labels: Record<string, string>;
  points: readonly (readonly [number, number])[];
  value: string;
}

interface Answer {
  data: { resultType: string; result: unknown };
}

interface RangeSeries {
  metric: Record<string, string>;
  values: [number, string][];
}

const spanSeconds = 1800;
const stepSeconds = 15;

/** A project that is asked instead of the cluster, by those who have rights in it only. */
async function fetchRange(query: string, namespace: string | undefined): Promise<Answer> {
  const end = Math.floor(Date.now() / 1000 / stepSeconds) * stepSeconds;
  const parameters = new URLSearchParams({
    query,
    start: String(end - spanSeconds),
    end: String(end),
    step: String(stepSeconds),
    ...(namespace === undefined ? {} : { namespace }),
  });
  const { prometheusBaseURL, prometheusTenancyBaseURL } = window.SERVER_FLAGS;
  const base = namespace === undefined ? prometheusBaseURL : prometheusTenancyBaseURL;
  return (await coFetchJSON(`${base}/api/v1/query_range?${parameters.toString()}`)) as Answer;
}

const isForbidden = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 403 || error.code === 401);

/**
 * The last half hour of a query: of the cluster, or of `namespace` for somebody who may not ask for all of it.
 * Rejects with the error of the console's fetch.
 */
export async function ask(query: string, namespace: string | undefined): Promise<AskedSeries[]> {
  let answer: Answer;
  try {
    answer = await fetchRange(query, undefined);
  } catch (error) {
    if (namespace === undefined || !isForbidden(error)) throw error;
    answer = await fetchRange(query, namespace);
  }
  return (answer.data.result as RangeSeries[]).map(({ metric, values }) => ({
    labels: metric,
    points: values.map(([seconds, value]) => [seconds * 1000, Number(value)] as const),
    value: values.at(-1)?.[1] ?? '',
  }));
}
