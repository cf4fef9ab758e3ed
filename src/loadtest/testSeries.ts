import type { Values } from '../resources/values';

/** What was measured around a test. All values stand on the same times (seconds since 1970, one step apart). */
export interface TestSeries {
  times: readonly number[];
  waiting: Values;
  /** The value of the trigger, all replicas together. */
  load: Values;
  /** Replicas that the autoscaler wants (spec.replicas of the Deployment). */
  wanted: Values;
  ready: Values;
}

/** The first time at or after `from` at which the test holds; gaps are skipped. */
export function firstTime(
  { times }: TestSeries,
  values: Values,
  from: number,
  holds: (value: number, index: number) => boolean,
): number | undefined {
  return times.find((time, index) => {
    const value = values[index] ?? null;
    return time >= from && value !== null && holds(value, index);
  });
}

/** The last value at or before a time; undefined when nothing was measured until then. */
export function valueBefore({ times }: TestSeries, values: Values, time: number): number | undefined {
  let found: number | undefined;
  times.forEach((at, index) => {
    const value = values[index] ?? null;
    if (at <= time && value !== null) found = value;
  });
  return found;
}
