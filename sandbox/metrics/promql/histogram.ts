import { labelsKey } from '../seriesStore';
import { numberValue } from './literals';
import type { ScalarValue, VectorSeries, VectorValue } from './vectors';
import { emptySeries, put, withoutLabels } from './vectors';

interface Bucket {
  bound: number;
  count: number;
}

/** histogram_quantile over classic buckets: one result for the series that differ in "le" only. */
export function histogramQuantile(phi: ScalarValue, { series }: VectorValue): VectorValue {
  const groups = new Map<string, { bounds: number[]; members: VectorSeries[] }>();
  for (const one of series) {
    const bound = numberValue(one.labels.le ?? '');
    // A series without a readable bound is no bucket.
    if (one.labels.le === undefined || Number.isNaN(bound)) continue;
    const key = labelsKey(withoutLabels(one.labels, ['le', '__name__']));
    const group = groups.get(key) ?? { bounds: [], members: [] };
    group.bounds.push(bound);
    group.members.push(one);
    groups.set(key, group);
  }
  const results = [...groups.values()].map(({ bounds, members }) => {
    const count = phi.values.length;
    const result = emptySeries(withoutLabels(members[0]?.labels ?? {}, ['le', '__name__']), count);
    for (let i = 0; i < count; i += 1) {
      const buckets: Bucket[] = [];
      members.forEach(({ values, present }, member) => {
        if (present[i] === 1) buckets.push({ bound: bounds[member] ?? NaN, count: values[i] ?? NaN });
      });
      if (buckets.length > 0) put(result, i, bucketQuantile(phi.values[i] ?? NaN, buckets));
    }
    return result;
  });
  return { type: 'vector', series: results };
}

/** Prometheus' bucketQuantile (promql/quantile.go): linear within the bucket that holds the rank. */
function bucketQuantile(phi: number, unsorted: Bucket[]): number {
  if (Number.isNaN(phi)) return NaN;
  if (phi < 0 || phi > 1) return phi < 0 ? -Infinity : Infinity;
  const finite = monotonic(unsorted);
  const all = finite.pop();
  const highest = finite.at(-1);
  if (all?.bound !== Infinity || highest === undefined || !(all.count > 0)) return NaN;
  const rank = phi * all.count;
  const found = finite.findIndex(({ count }) => count >= rank);
  const bucket = finite[found];
  // The rank lies above the highest finite bound, which is all that is known then.
  return bucket === undefined ? highest.bound : within(bucket, rank, finite[found - 1]);
}

function within(bucket: Bucket, rank: number, previous: Bucket | undefined): number {
  if (previous === undefined && bucket.bound <= 0) return bucket.bound;
  const before = previous ?? { bound: 0, count: 0 };
  const share = (rank - before.count) / (bucket.count - before.count);
  return before.bound + (bucket.bound - before.bound) * share;
}

/** Sorted by bound, equal bounds added up, and never falling: counts of different scrapes may disagree a little. */
function monotonic(unsorted: Bucket[]): Bucket[] {
  const merged = new Map<number, number>();
  for (const { bound, count } of unsorted) merged.set(bound, (merged.get(bound) ?? 0) + count);
  let highest = -Infinity;
  return [...merged]
    .sort(([a], [b]) => (a === b ? 0 : a - b))
    .map(([bound, count]) => {
      highest = count > highest || highest === -Infinity ? count : highest;
      return { bound, count: highest };
    });
}
