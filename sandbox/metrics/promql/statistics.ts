/** Ascending, NaN first, as Prometheus orders values. */
export function byValue(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1;
  if (Number.isNaN(b)) return 1;
  return a - b;
}

/** The φ-quantile with linear interpolation; -Inf and +Inf for a φ outside 0 to 1, NaN for no values. */
export function quantile(phi: number, values: Iterable<number>): number {
  const sorted = [...values].sort(byValue);
  if (sorted.length === 0 || Number.isNaN(phi)) return NaN;
  if (phi < 0) return -Infinity;
  if (phi > 1) return Infinity;
  const rank = phi * (sorted.length - 1);
  const lower = Math.max(0, Math.floor(rank));
  const upper = Math.min(sorted.length - 1, lower + 1);
  const weight = rank - Math.floor(rank);
  return (sorted[lower] ?? NaN) * (1 - weight) + (sorted[upper] ?? NaN) * weight;
}

/** Population variance (Welford); NaN for no values. */
export function variance(values: Iterable<number>): number {
  let [count, mean, squares] = [0, 0, 0];
  for (const value of values) {
    count += 1;
    const distance = value - mean;
    mean += distance / count;
    squares += distance * (value - mean);
  }
  return squares / count;
}
