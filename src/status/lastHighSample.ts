/** A sample of a series: ms since the epoch, value. */
export type Sample = readonly [number, number];

/**
 * Time (ms) of the newest sample that wants at least `replicas`: from there the scale-down window of the HPA counts.
 * Undefined when no sample does. `samples` in the order of time; `threshold` is load per replica.
 */
export function lastHighSample(
  samples: readonly Sample[],
  threshold: number,
  replicas: number,
): number | undefined {
  return samples.findLast(([, value]) => Math.ceil(value / threshold) >= replicas)?.[0];
}
