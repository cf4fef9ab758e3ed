/** A query_range window; all in seconds (since the epoch, and the step). */
export interface AlignedRange {
  start: number;
  end: number;
  step: number;
}

/** More points than this nobody sees, and the server would have to send them. */
const mostPoints = 240;
const pixelsPerPoint = 3;
const steps: readonly number[] = [15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400];

/**
 * Window of `rangeSeconds` that ends at or just before `now` (ms). Start and end are multiples of the step, so that
 * points stay where they are from poll to poll and series of several queries share their times.
 * At most 240 points, one per 3 px of `widthPx`, and no step below `minStep` (seconds; what is scraped less often
 * than the step says nothing new).
 */
export function alignedRange(now: number, rangeSeconds: number, widthPx: number, minStep = 15): AlignedRange {
  const points = Math.min(Math.max(widthPx / pixelsPerPoint, 1), mostPoints);
  const step = stepFor(Math.max(minStep, rangeSeconds / points));
  const end = Math.floor(now / 1000 / step) * step;
  // Both ends count.
  const intervals = Math.min(Math.floor(rangeSeconds / step), mostPoints - 1);
  return { start: end - intervals * step, end, step };
}

/** The next of the usual steps; beyond them whole days. */
function stepFor(seconds: number): number {
  const day = 86_400;
  return steps.find((step) => step >= seconds) ?? Math.ceil(seconds / day) * day;
}
