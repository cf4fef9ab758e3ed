import { escapedRegex, quoted } from './labels';

/** Renamed by vLLM 0.10 and 0.11 (vllm/v1/metrics/loggers.py). */
const renamed = [
  ['kv_cache_usage_perc', 'gpu_cache_usage_perc'],
  ['inter_token_latency_seconds', 'time_per_output_token_seconds'],
] as const;

const nameOfVllm = /^(?:kserve_)?vllm[:_](\w+)$/;

/** Finds what a metric of vLLM is called here, among all names that it may have; undefined for another's metric. */
export function otherNamesQuery(metric: string, matchers: string): string | undefined {
  const name = nameOfVllm.exec(metric)?.[1];
  if (name === undefined) return undefined;
  const names = renamed.find((both) => both.some((one) => name.startsWith(one))) ?? [];
  // A histogram's ending stays.
  const ending = name.slice(names.find((one) => name.startsWith(one))?.length ?? name.length);
  const any = names.length === 0 ? [name] : names.map((one) => one + ending);
  return namesQuery(`(kserve_)?vllm[:_](${any.map(escapedRegex).join('|')})`, matchers);
}

/** Finds which of the metrics of vLLM that the queries name there are; undefined when they leave no choice. */
export function foundNamesQuery(queries: readonly string[], selector: string): string | undefined {
  const names = new Set(
    queries.flatMap((query) =>
      [...query.matchAll(/\b((?:kserve_)?vllm:\w+)\{/g)].map(([, name = '']) => name),
    ),
  );
  if (names.size < 2) return undefined;
  return namesQuery([...names].map(escapedRegex).join('|'), selector.slice(1, -1));
}

/** A series for each name. */
function namesQuery(pattern: string, matchers: string): string {
  return `count by (__name__) ({__name__=~${quoted(pattern)}${matchers === '' ? '' : `,${matchers}`}})`;
}

/** The names in the answer to one of these queries, in their order. */
export function namesFound(series: readonly { labels: Readonly<Record<string, string>> }[]): string[] {
  return series.flatMap(({ labels: { __name__: name } }) => (name === undefined ? [] : [name])).toSorted();
}
