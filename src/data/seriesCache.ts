import type { QueryRange } from './prometheus';

/** Kept samples of one query: values by time in seconds, all on the step's grid, complete from start to end. */
export interface CachedSeries extends QueryRange {
  values: ReadonlyMap<number, number>;
}

/** Samples may arrive late (scrape and rule delays): this many steps before the end are asked for again. */
const overlapSteps = 2;

/** What has to be asked so that the range is complete: its tail when the cache reaches into it, else all of it. */
export function missingRange(cached: CachedSeries | undefined, range: QueryRange): QueryRange {
  if (cached?.step !== range.step) return range;
  const from = cached.end - overlapSteps * range.step;
  const reaches = cached.start <= range.start && from >= range.start && cached.end <= range.end;
  return reaches ? { ...range, start: from } : range;
}

/** The cache after an answer for `asked` (from missingRange): the answer replaces that part, older samples drop out. */
export function withAnswer(
  cached: CachedSeries | undefined,
  range: QueryRange,
  asked: QueryRange,
  points: readonly (readonly [number, number])[],
): CachedSeries {
  const kept = [...(cached?.values ?? [])].filter(([time]) => time >= range.start && time < asked.start);
  const answered = points.filter(([time]) => time >= asked.start && time <= range.end);
  return { ...range, values: new Map([...kept, ...answered]) };
}

/** Times of the grid, in seconds, both ends included. */
export function gridOf({ start, end, step }: QueryRange): number[] {
  return Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => start + index * step);
}

/** Values on the grid; null where nothing was measured. NaN and infinities count as nothing. */
export function onGrid(cached: CachedSeries): (number | null)[] {
  return gridOf(cached).map((time) => {
    const value = cached.values.get(time);
    return value !== undefined && Number.isFinite(value) ? value : null;
  });
}
