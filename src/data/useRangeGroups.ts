import { useMemo, useState } from 'react';
import { askAtDoor, askWithFallback } from './fallback';
import { gridSeries, toAsk, withSeries } from './labelledCache';
import type { GridSeries, LabelledCache } from './labelledCache';
import type { PollJob, PollState } from './poll';
import { queryRange } from './prometheus';
import type { MetricsScope, QueryRange } from './prometheus';
import { QueryError } from './queryError';
import { gridOf } from './seriesCache';
import { usePoll } from './usePoll';

/** What one query gave; after an error the series before it, if there are any. */
export interface GroupSeries {
  series: readonly GridSeries[];
  error?: QueryError;
}

/** The series of several queries on one time axis. */
export interface RangeGroups<Group extends string> {
  range: QueryRange;
  /** Seconds since 1970, one step apart. */
  times: readonly number[];
  groups: ReadonlyMap<Group, GroupSeries>;
}

/** A query with its group; a door where the query has one of its own, which no other answer may stand in for. */
export type GroupQuery<Group extends string> = readonly [Group, string, door?: MetricsScope];

/** Queries by their groups, one request each, and the range that they are asked for at a time (ms). */
export interface WantedGroups<Group extends string> {
  queries: readonly GroupQuery<Group>[];
  rangeAt: (now: number) => QueryRange;
}

/** Caches by query and door: those of queries that are not asked any more make room. */
export type GroupCaches = Map<string, LabelledCache>;

const mostCaches = 32;

function remember(caches: GroupCaches, key: string, cache: LabelledCache): void {
  caches.delete(key);
  caches.set(key, cache);
  for (const oldest of [...caches.keys()].slice(0, Math.max(0, caches.size - mostCaches)))
    caches.delete(oldest);
}

/** What is left of before a failure, where it belongs on the new axis. */
function onRange(cache: LabelledCache, range: QueryRange): LabelledCache {
  const nothing = { ...range, start: range.end + range.step };
  return withSeries(cache, range, nothing, [], cache.askedAt);
}

/** The same query may give something else behind another door. */
function cacheKey(query: string, door: MetricsScope | undefined): string {
  return door === undefined ? query : `${JSON.stringify(door)} ${query}`;
}

/**
 * A job that keeps what it got and asks for the new tail only. A query that fails keeps its old series and does not
 * stop the others; the job fails when all do.
 */
export function groupsJob<Group extends string>(
  { queries, rangeAt }: WantedGroups<Group>,
  scope: MetricsScope,
  namespace: string | undefined,
  caches: GroupCaches,
): PollJob<RangeGroups<Group>> {
  async function fill(
    [, query, door]: GroupQuery<Group>,
    range: QueryRange,
    signal: AbortSignal,
    now: number,
  ): Promise<void> {
    const key = cacheKey(query, door);
    const cache = caches.get(key);
    const asked = toAsk(cache, range);
    if (asked === undefined) return;
    const askAt = (place: MetricsScope) => queryRange(place, query, asked, signal);
    const answer = await (door === undefined
      ? askWithFallback(scope, namespace, askAt)
      : askAtDoor(door, askAt));
    remember(caches, key, withSeries(cache, range, asked, answer, now));
  }
  return async (signal, now) => {
    const range = rangeAt(now);
    const outcomes = await Promise.allSettled(queries.map((each) => fill(each, range, signal, now)));
    const failures = outcomes.map((outcome) =>
      outcome.status === 'rejected' ? QueryError.from(outcome.reason) : undefined,
    );
    const [first] = failures;
    if (first !== undefined && failures.every((failure) => failure !== undefined)) throw first;
    const groups = queries.map(([group, query, door], index) => {
      const cache = caches.get(cacheKey(query, door));
      const error = failures[index];
      const series =
        cache === undefined ? [] : gridSeries(error === undefined ? cache : onRange(cache, range));
      return [group, { series, ...(error === undefined ? {} : { error }) }] as const;
    });
    return { range, times: gridOf(range), groups: new Map(groups) };
  };
}

/**
 * Polls range queries on the page's clock. `wanted` and `scope` must keep their identity; an undefined scope waits.
 * While another range or other queries load, the data of before stay.
 */
export function useRangeGroups<Group extends string>(
  wanted: WantedGroups<Group>,
  scope: MetricsScope | undefined,
  namespace: string | undefined,
): PollState<RangeGroups<Group>> {
  const [caches] = useState<GroupCaches>(() => new Map());
  const job = useMemo(
    () => (scope === undefined ? undefined : groupsJob(wanted, scope, namespace, caches)),
    [wanted, scope, namespace, caches],
  );
  const state = usePoll(job);
  const [last, setLast] = useState(state);
  if (state.data !== undefined && state !== last) setLast(state);
  if (state.data !== undefined || last.data === undefined) return state;
  return { ...last, ...state, data: last.data };
}
