import { useMemo } from 'react';
import { askWithFallback } from './fallback';
import type { PollJob, PollState } from './poll';
import { queryRange } from './prometheus';
import type { MetricsScope, QueryRange } from './prometheus';
import { gridOf, missingRange, onGrid, withAnswer } from './seriesCache';
import type { CachedSeries } from './seriesCache';
import { usePoll } from './usePoll';

/** Series of several queries on one time axis. */
export interface RangeSeries<Name extends string> {
  range: QueryRange;
  /** Seconds since 1970, one step apart. */
  times: readonly number[];
  /** By the names of the queries; null is a gap, and a query without any series is all gaps. */
  values: ReadonlyMap<Name, readonly (number | null)[]>;
}

/** Queries that give at most one series each, and the range that they are asked for at a time (ms). */
export interface RangeQueries<Name extends string> {
  queries: readonly (readonly [Name, string])[];
  rangeAt: (now: number) => QueryRange;
}

/** A job that keeps what it got and asks for the new tail only. */
export function rangeJob<Name extends string>(
  { queries, rangeAt }: RangeQueries<Name>,
  scope: MetricsScope,
  namespace: string | undefined,
): PollJob<RangeSeries<Name>> {
  const cache = new Map<Name, CachedSeries>();
  return async (signal, now) => {
    const range = rangeAt(now);
    await Promise.all(
      queries.map(async ([name, query]) => {
        const asked = missingRange(cache.get(name), range);
        const answer = await askWithFallback(scope, namespace, (place) =>
          queryRange(place, query, asked, signal),
        );
        cache.set(name, withAnswer(cache.get(name), range, asked, answer[0]?.points ?? []));
      }),
    );
    const values = [...cache].map(([name, cached]) => [name, onGrid(cached)] as const);
    return { range, times: gridOf(range), values: new Map(values) };
  };
}

/** Polls range queries on the page's clock. `wanted` and `scope` must keep their identity; an undefined scope waits. */
export function useRangeSeries<Name extends string>(
  wanted: RangeQueries<Name>,
  scope: MetricsScope | undefined,
  namespace: string | undefined,
): PollState<RangeSeries<Name>> {
  const job = useMemo(
    () => (scope === undefined ? undefined : rangeJob(wanted, scope, namespace)),
    [wanted, scope, namespace],
  );
  return usePoll(job);
}
