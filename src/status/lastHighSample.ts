/** A sample of a series: ms since the epoch, value. */
export type Sample = readonly [number, number];

/**
 * Time (ms) of the newest sample that wants at least `replicas`: from there the scale-down window of the HPA counts.
 * Undefined when no sample does. `samples` in the order of time; `threshold` is load per replica. A load within the
 * tolerance of 10 % of what the replicas take keeps them, too (horizontal pod autoscaler, replica_calculator.go).
 */
export function lastHighSample(
  samples: readonly Sample[],
  threshold: number,
  replicas: number,
): number | undefined {
  const wanted = ([, value]: Sample): boolean =>
    Math.ceil(value / threshold) >= replicas || value * 10 >= threshold * replicas * 9;
  return samples.findLast(wanted)?.[0];
}
