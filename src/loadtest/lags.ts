import { known } from '../resources/known';
import { usualLags, verdictOf } from './lag';
import type { Lag, LagCode } from './lag';
import type { PodTimes } from './podTimes';
import { firstTime, valueBefore } from './testSeries';
import type { TestSeries } from './testSeries';

/** The rule by which the load becomes replicas. */
export interface LagRule {
  /** Per replica; undefined where the metric is not counted per replica: then a request that waits is the breach. */
  threshold?: number;
  /** stabilizationWindowSeconds of scaling down. */
  windowSeconds: number;
}

/** When the test ran, in seconds since 1970. */
export interface TestTimes {
  startedAt: number;
  endedAt?: number;
}

/** The HPA's tolerance: it acts when the load is more than a tenth above what the replicas are for. */
const tolerance = 1.1;

/** Whether the load asks for more than `replicas`. */
function asksForMore(load: number, replicas: number, { threshold }: LagRule): boolean {
  return threshold === undefined ? load > 0 : load > threshold * replicas * tolerance;
}

function breachOf(series: TestSeries, { startedAt }: TestTimes, rule: LagRule): number | undefined {
  const values = rule.threshold === undefined ? series.waiting : series.load;
  return firstTime(series, values, startedAt, (load, index) => {
    const replicas = series.wanted[index] ?? valueBefore(series, series.wanted, series.times[index] ?? 0);
    return asksForMore(load, Math.max(1, replicas ?? 1), rule);
  });
}

interface Growth {
  /** Replicas before. */
  base: number;
  /** Most that were wanted. */
  peak: number;
  wantedAt?: number;
}

function growthOf(series: TestSeries, breachedAt: number): Growth {
  const base = valueBefore(series, series.wanted, breachedAt) ?? 0;
  const after = series.wanted.filter((_, index) => (series.times[index] ?? 0) >= breachedAt);
  const peak = Math.max(base, ...after.filter((value) => value !== null));
  return known({
    base,
    peak,
    wantedAt: firstTime(series, series.wanted, breachedAt, (value) => value > base),
  });
}

const earliest = (times: readonly (number | undefined)[]): number | undefined => {
  const seen = times.filter((time) => time !== undefined);
  return seen.length === 0 ? undefined : Math.min(...seen);
};

/** The first drop below the peak, and the last time before it at which the load asked for as many as there were. */
function shrinkOf(
  series: TestSeries,
  { peak }: Growth,
  wantedAt: number,
  rule: LagRule,
): { from?: number; at?: number } {
  const peakAt = firstTime(series, series.wanted, wantedAt, (value) => value >= peak);
  const at = firstTime(series, series.wanted, peakAt ?? wantedAt, (value) => value < peak);
  if (at === undefined) return {};
  const { threshold } = rule;
  let from: number | undefined;
  series.times.forEach((time, index) => {
    const load = series.load[index] ?? 0;
    const asks = threshold === undefined ? load > 0 : Math.ceil(load / threshold) >= peak;
    if (time >= wantedAt && time < at && asks) from = time;
  });
  return known({ from, at });
}

interface Moments extends Partial<Record<LagCode, number>> {
  shrinksFrom?: number;
}

function momentsOf(series: TestSeries, test: TestTimes, rule: LagRule, pods: readonly PodTimes[]): Moments {
  const breached = breachOf(series, test, rule);
  if (breached === undefined) return {};
  const growth = growthOf(series, breached);
  if (growth.wantedAt === undefined) {
    return known({ breached, cleared: firstTime(series, series.waiting, breached, (value) => value === 0) });
  }
  // Pods know their times to the second; a point of the series stands up to a step and a scrape later.
  const added = pods.filter(({ createdAt }) => createdAt >= test.startedAt);
  const wanted = earliest([growth.wantedAt, ...added.map(({ createdAt }) => createdAt)]);
  const wantedAt = wanted ?? growth.wantedAt;
  const seenReady = firstTime(series, series.ready, growth.wantedAt, (value) => value > growth.base);
  const ready = earliest(added.map(({ readyAt }) => readyAt)) ?? seenReady;
  const shrink = shrinkOf(series, growth, growth.wantedAt, rule);
  return known({
    breached: Math.min(breached, wantedAt),
    wanted: wantedAt,
    scheduled: earliest(added.map(({ scheduledAt }) => scheduledAt)),
    ready,
    allReady: firstTime(series, series.ready, growth.wantedAt, (value) => value >= growth.peak),
    cleared: ready && firstTime(series, series.waiting, ready, (value) => value === 0),
    shrunk: shrink.at,
    shrinksFrom: shrink.from,
  });
}

const codes: readonly LagCode[] = [
  'breached',
  'wanted',
  'scheduled',
  'ready',
  'allReady',
  'cleared',
  'shrunk',
];

/** What each step is counted from. */
function fromOf(code: LagCode, test: TestTimes, moments: Moments): number | undefined {
  switch (code) {
    case 'breached':
      return test.startedAt;
    case 'wanted':
      return moments.breached;
    case 'scheduled':
    case 'ready':
    case 'allReady':
      return moments.wanted;
    case 'cleared':
      return moments.ready ?? moments.breached;
    case 'shrunk':
      return moments.shrinksFrom;
  }
}

/** After a test the replicas may go as long as their window, and a little more, is not over. */
const patience = 180;

/**
 * How long each step took that a load makes a model go through, in their order; `now` (seconds) tells whether a step
 * may still come. Steps that the series and the pods do not show have no time.
 */
export function lagsOf(
  series: TestSeries,
  test: TestTimes,
  rule: LagRule,
  pods: readonly PodTimes[],
  now: number,
): Lag[] {
  const moments = momentsOf(series, test, rule, pods);
  const usual = usualLags(rule.windowSeconds);
  return codes.map((code) => {
    const at = moments[code];
    const from = fromOf(code, test, moments);
    const seconds = at === undefined || from === undefined ? undefined : Math.max(0, at - from);
    const wait = code === 'shrunk' ? rule.windowSeconds + patience : patience;
    const over = test.endedAt !== undefined && now > test.endedAt + wait;
    const expected = usual[code];
    return known({ code, from, at, seconds, expected, verdict: verdictOf(seconds, expected, over) });
  });
}
