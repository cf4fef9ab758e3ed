import type { Window, WindowFunction } from './windows';

/**
 * rate, increase and delta: the change between the first and the last sample, extended to the window's bounds as
 * Prometheus' extrapolatedRate does (promql/functions.go). Times are kept in milliseconds until they are divided.
 */
function extrapolated(window: Window, kind: { counter: boolean; perSecond: boolean }): number | undefined {
  const { values, from, to } = window;
  if (to - from < 2) return undefined;
  const first = values[from] ?? NaN;
  const change = (values[to - 1] ?? NaN) - first + (kind.counter ? resetSum(window) : 0);
  const factor = extension(window, kind.counter && change > 0 && first >= 0 ? first / change : Infinity);
  if (!kind.perSecond) return change * factor;
  return change * (factor / ((window.endMs - window.startMs) / 1000));
}

/**
 * How much longer the change is taken to last than the samples show. A counter cannot have been below zero, so it is
 * not extended past the time where it would have started, `toZero` sampled intervals before the first sample.
 */
function extension({ times, from, to, startMs, endMs }: Window, toZero: number): number {
  const firstMs = times[from] ?? NaN;
  const lastMs = times[to - 1] ?? NaN;
  const sampled = (lastMs - firstMs) / 1000;
  const average = sampled / (to - from - 1);
  // A bound further away than this means that the series starts or ends within the window.
  const threshold = average * 1.1;
  const toStart = Math.min((firstMs - startMs) / 1000, sampled * toZero);
  const toEnd = (endMs - lastMs) / 1000;
  const before = toStart < threshold ? toStart : average / 2;
  return (sampled + before + (toEnd < threshold ? toEnd : average / 2)) / sampled;
}

/** What counter resets took away: the value before each fall. */
function resetSum({ values, from, to }: Window): number {
  let sum = 0;
  for (let i = from + 1; i < to; i += 1) {
    const before = values[i - 1] ?? NaN;
    if ((values[i] ?? NaN) < before) sum += before;
  }
  return sum;
}

/** irate and idelta look at the last two samples only. */
function lastTwo({ times, values, to, from }: Window, counterRate: boolean): number | undefined {
  if (to - from < 2) return undefined;
  const last = values[to - 1] ?? NaN;
  const before = values[to - 2] ?? NaN;
  const intervalMs = (times[to - 1] ?? NaN) - (times[to - 2] ?? NaN);
  if (!counterRate) return last - before;
  return (last < before ? last : last - before) / (intervalMs / 1000);
}

/** Least squares over the window: the slope per second and the value at `atMs`. */
function regression({ times, values, from, to }: Window, atMs: number): { slope: number; value: number } {
  const count = to - from;
  const initial = values[from] ?? NaN;
  if (values.subarray(from, to).every((value) => value === initial)) {
    return Number.isFinite(initial) ? { slope: 0, value: initial } : { slope: NaN, value: NaN };
  }
  let [sumX, sumY, sumXY, sumX2] = [0, 0, 0, 0];
  for (let i = from; i < to; i += 1) {
    const x = ((times[i] ?? NaN) - atMs) / 1000;
    const y = values[i] ?? NaN;
    sumX += x;
    sumY += y;
    sumXY += x * y;
    sumX2 += x * x;
  }
  const slope = (sumXY - (sumX * sumY) / count) / (sumX2 - (sumX * sumX) / count);
  return { slope, value: sumY / count - (slope * sumX) / count };
}

/** The functions about change over a range. */
export const rateFunctions: Record<string, WindowFunction> = {
  rate: (window) => extrapolated(window, { counter: true, perSecond: true }),
  increase: (window) => extrapolated(window, { counter: true, perSecond: false }),
  delta: (window) => extrapolated(window, { counter: false, perSecond: false }),
  irate: (window) => lastTwo(window, true),
  idelta: (window) => lastTwo(window, false),
  deriv: (window) =>
    window.to - window.from < 2 ? undefined : regression(window, window.times[window.from] ?? NaN).slope,
  predict_linear: (window) => {
    if (window.to - window.from < 2) return undefined;
    const { slope, value } = regression(window, window.evalMs);
    return value + slope * window.scalar;
  },
};
