/** What the garbage collector's mood adds, in megabytes. */
const noise = 10;
/** What a first hour may lack beside the later ones: caches that fill, code that is compiled. */
const settling = 1.2;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/**
 * Whether memory grew after the first hour. `hourly`: megabytes of the heap at the end of each hour. The last quarter of
 * the hours is compared with the quarter after the first one, so that one reading decides nothing; in a run that is too
 * short for that the end with the first hour.
 */
export function hasGrown(hourly: readonly number[]): boolean {
  const quarter = Math.floor((hourly.length - 1) / 4);
  if (quarter === 0) return (hourly.at(-1) ?? 0) > (hourly[0] ?? 0) * settling + noise;
  return median(hourly.slice(-quarter)) > median(hourly.slice(1, 1 + quarter)) + noise;
}
