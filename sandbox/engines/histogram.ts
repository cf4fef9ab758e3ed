/** A Prometheus histogram: how many values fell at or below each bound. */
export class Histogram {
  readonly #counts: number[];
  sum = 0;
  count = 0;

  /** `bounds` ascend; the bucket +Inf is added. */
  constructor(readonly bounds: readonly number[]) {
    this.#counts = bounds.map(() => 0);
  }

  /** Counts `value` as often as `times` says. */
  observe(value: number, times = 1): void {
    this.sum += value * times;
    this.count += times;
    const bucket = this.bounds.findIndex((bound) => value <= bound);
    if (bucket >= 0) this.#counts[bucket] = (this.#counts[bucket] ?? 0) + times;
  }

  /** For each bound the number of values at or below it. */
  cumulative(): number[] {
    let total = 0;
    return this.#counts.map((count) => (total += count));
  }
}
