import { quantile, variance } from './statistics';
import type { Window, WindowFunction } from './windows';

const windowValues = ({ values, from, to }: Window): Float64Array => values.subarray(from, to);

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** NaN only counts when there is nothing else. */
function extreme(values: Float64Array, better: (a: number, b: number) => boolean): number {
  let best = values[0] ?? NaN;
  for (const value of values) if (better(value, best) || Number.isNaN(best)) best = value;
  return best;
}

function countPairs(values: Float64Array, counts: (before: number, now: number) => boolean): number {
  let count = 0;
  for (let i = 1; i < values.length; i += 1) {
    if (counts(values[i - 1] ?? NaN, values[i] ?? NaN)) count += 1;
  }
  return count;
}

/** The functions that sum up the samples of a range. */
export const overTimeFunctions: Record<string, WindowFunction> = {
  avg_over_time: (window) => sumOf(windowValues(window)) / (window.to - window.from),
  count_over_time: (window) => window.to - window.from,
  sum_over_time: (window) => sumOf(windowValues(window)),
  min_over_time: (window) => extreme(windowValues(window), (a, b) => a < b),
  max_over_time: (window) => extreme(windowValues(window), (a, b) => a > b),
  last_over_time: ({ values, to }) => values[to - 1],
  present_over_time: () => 1,
  quantile_over_time: (window) => quantile(window.scalar, windowValues(window)),
  stddev_over_time: (window) => Math.sqrt(variance(windowValues(window))),
  stdvar_over_time: (window) => variance(windowValues(window)),
  changes: (window) =>
    countPairs(windowValues(window), (a, b) => a !== b && !(Number.isNaN(a) && Number.isNaN(b))),
  resets: (window) => countPairs(windowValues(window), (a, b) => b < a),
};
