/** A counter of one engine and one reason; null is a gap. */
export interface FinishedSeries {
  /** vLLM's finished_reason: stop, length, abort, error. */
  reason: string;
  values: readonly (number | null)[];
}

/** Requests of all callers that ended since a test began. */
export interface RequestCounts {
  done: number;
  /** The caller went before its answer was complete: GuideLLM's, when a step of the test ends. */
  cancelled: number;
  failed: number;
}

/** Index of the last value at or before the start; what a counter had then is not of the test. */
function before(times: readonly number[], values: FinishedSeries['values'], startedAt: number): number {
  return values.findLastIndex((value, index) => value !== null && (times[index] ?? Infinity) <= startedAt);
}

/** The rise of a counter; one that begins later, or starts anew, rises from 0 (Prometheus' counters reset with their process). */
function riseOf(
  times: readonly number[],
  values: FinishedSeries['values'],
  startedAt: number,
  endedAt: number,
): number {
  const first = before(times, values, startedAt);
  let last = values[first] ?? 0;
  let rise = 0;
  for (let index = first + 1; index < values.length; index += 1) {
    const value = values[index] ?? null;
    if (value === null || (times[index] ?? 0) > endedAt) continue;
    rise += value >= last ? value - last : value;
    last = value;
  }
  return rise;
}

/** How many requests ended between two moments (seconds since 1970), by the counters of all engines. */
export function requestCounts(
  times: readonly number[],
  series: readonly FinishedSeries[],
  startedAt: number,
  endedAt: number,
): RequestCounts {
  const counts: RequestCounts = { done: 0, cancelled: 0, failed: 0 };
  for (const { reason, values } of series) {
    const rise = riseOf(times, values, startedAt, endedAt);
    if (reason === 'abort') counts.cancelled += rise;
    else if (reason === 'error') counts.failed += rise;
    else counts.done += rise;
  }
  return counts;
}
