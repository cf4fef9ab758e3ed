import type { Values } from '../resources/values';

/** The replicas and bounds of a model as a watch showed them from a time (seconds since 1970) on. */
export interface LiveReplicas {
  at: number;
  replicas?: number | undefined;
  available?: number | undefined;
  desired?: number | undefined;
  min?: number | undefined;
  max?: number | undefined;
}

/** A line of LiveReplicas. */
export type LiveLine = Exclude<keyof LiveReplicas, 'at'>;

/**
 * A line of what was measured, with what was watched where that is known: a watch shows a change at once,
 * kube-state-metrics is scraped each 60 s. `records` are in the order of their times.
 */
export function withLive(
  times: readonly number[],
  measured: Values,
  records: readonly LiveReplicas[],
  line: LiveLine,
): (number | null)[] {
  let next = 0;
  return times.map((time, index) => {
    while (next < records.length && (records[next]?.at ?? Infinity) <= time) next += 1;
    const record = records[next - 1];
    return record === undefined ? (measured[index] ?? null) : (record[line] ?? null);
  });
}
