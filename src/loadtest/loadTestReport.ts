import type { Lag } from './lag';
import type { LoadTest } from './loadTest';
import type { LoadStep } from './loadPlan';
import type { RequestCounts } from './requestCounts';
import type { Values } from '../resources/values';
import type { TestSeries } from './testSeries';

/** The highest values during a test; absent where nothing was measured. */
export interface Peaks {
  waiting?: number;
  wanted?: number;
  ready?: number;
}

/** All that is known of a test. Times in seconds since 1970. */
export interface LoadTestReport {
  model: string;
  namespace: string;
  job: string;
  state: LoadTest['state'];
  profile?: LoadTest['profile'];
  target?: string;
  steps: readonly LoadStep[];
  promptTokens?: number;
  outputTokens?: number;
  startedAt?: number;
  endedAt?: number;
  peaks: Peaks;
  /** Of all callers of the model. */
  requests?: RequestCounts;
  lags: readonly Lag[];
  trouble?: LoadTest['trouble'];
}

function peakOf({ times }: TestSeries, values: Values, from: number, to: number): number | undefined {
  const seen = values.filter(
    (value, index) => value !== null && (times[index] ?? -1) >= from && (times[index] ?? Infinity) <= to,
  );
  return seen.length === 0 ? undefined : Math.max(...seen.filter((value) => value !== null));
}

/** The highest values between start and end of a test; a running one has no end. */
export function peaksOf(series: TestSeries, startedAt: number, endedAt = Infinity): Peaks {
  const peaks: Peaks = {};
  for (const line of ['waiting', 'wanted', 'ready'] as const) {
    const peak = peakOf(series, series[line], startedAt, endedAt);
    if (peak !== undefined) peaks[line] = peak;
  }
  return peaks;
}

const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** The report as JSON for other programs: names in English, times as RFC 3339, durations in seconds. */
export function reportJson(report: LoadTestReport): string {
  const { startedAt, endedAt, lags, ...rest } = report;
  const whole = {
    ...rest,
    ...(startedAt === undefined ? {} : { startedAt: iso(startedAt) }),
    ...(endedAt === undefined ? {} : { endedAt: iso(endedAt) }),
    lags: lags.map(({ from, at, ...lag }) => ({
      ...lag,
      ...(from === undefined ? {} : { from: iso(from) }),
      ...(at === undefined ? {} : { at: iso(at) }),
    })),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
