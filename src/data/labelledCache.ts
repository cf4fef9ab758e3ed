import type { QueriedSeries, QueryRange } from './prometheus';
import { missingRange, onGrid, withAnswer } from './seriesCache';
import type { CachedSeries } from './seriesCache';

/** One series on the times of its range; null is a gap. */
export interface GridSeries {
  labels: Readonly<Record<string, string>>;
  values: readonly (number | null)[];
}

/** All series that one query gave, by their labels, complete over the range. */
export interface LabelledCache {
  range: QueryRange;
  /** When the newest answer was asked for, milliseconds since 1970. */
  askedAt: number;
  series: ReadonlyMap<string, { labels: GridSeries['labels']; cached: CachedSeries }>;
}

/** Samples arrive late (scrape interval, rule delay): what is older than this changes no more. Milliseconds. */
const settled = 120_000;

/** What has to be asked so that the range is complete; undefined when the cache holds all of it for good. */
export function toAsk(cache: LabelledCache | undefined, range: QueryRange): QueryRange | undefined {
  if (cache === undefined) return range;
  const { start, end, step } = cache.range;
  const same = start === range.start && end === range.end && step === range.step;
  if (same && cache.askedAt - end * 1000 > settled) return undefined;
  return missingRange({ ...cache.range, values: new Map() }, range);
}

function keyOf(labels: GridSeries['labels']): string {
  return JSON.stringify(Object.entries(labels).toSorted(([one], [other]) => one.localeCompare(other)));
}

/** The cache after an answer for `asked`: series may come and go; those without any point in the range drop out. */
export function withSeries(
  cache: LabelledCache | undefined,
  range: QueryRange,
  asked: QueryRange,
  answer: readonly QueriedSeries[],
  askedAt: number,
): LabelledCache {
  const answered = new Map(answer.map((series) => [keyOf(series.labels), series] as const));
  const labelsOf = new Map([
    ...[...(cache?.series ?? [])].map(([key, { labels }]) => [key, labels] as const),
    ...[...answered].map(([key, { labels }]) => [key, labels] as const),
  ]);
  const series = [...labelsOf].flatMap(([key, labels]) => {
    const before = cache?.series.get(key)?.cached;
    const cached = withAnswer(before, range, asked, answered.get(key)?.points ?? []);
    return cached.values.size === 0 ? [] : [[key, { labels, cached }] as const];
  });
  return { range, askedAt, series: new Map(series) };
}

/** The cached series on the times of the range. */
export function gridSeries(cache: LabelledCache): GridSeries[] {
  return [...cache.series.values()].map(({ labels, cached }) => ({ labels, values: onGrid(cached) }));
}
