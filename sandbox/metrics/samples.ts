/**
 * The samples of one series, oldest first. Plain arrays, which V8 keeps as columns of doubles: typed ones cost more than
 * their content where there are very many short series. A stale marker is a sample that is noted by its time, because
 * JavaScript does not keep the NaN payload by which Prometheus knows it.
 */
export class Samples {
  private readonly times: number[] = [];
  private readonly values: number[] = [];
  private staleTimes: Set<number> | undefined;
  private start = 0;

  get length(): number {
    return this.times.length - this.start;
  }

  /** Milliseconds of the sample at `index`, counted from the oldest one. NaN outside. */
  time(index: number): number {
    return index < 0 ? NaN : (this.times[this.start + index] ?? NaN);
  }

  /** The value at `index`; NaN outside. */
  value(index: number): number {
    return index < 0 ? NaN : (this.values[this.start + index] ?? NaN);
  }

  /** Whether the sample at `index` says that the series has ended there. */
  isStale(index: number): boolean {
    return this.staleTimes?.has(this.time(index)) ?? false;
  }

  /** Adds a sample; false (and nothing is added) when it is not newer than the last one. */
  append(time: number, value: number, stale: boolean): boolean {
    if (this.length > 0 && time <= this.time(this.length - 1)) return false;
    this.times.push(time);
    this.values.push(value);
    if (stale) {
      this.staleTimes ??= new Set();
      this.staleTimes.add(time);
    }
    return true;
  }

  /** Number of samples that are not newer than `time`. */
  countUntil(time: number): number {
    let low = this.start;
    let high = this.times.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.times[middle] ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    return low - this.start;
  }

  /** Forgets the samples older than `time`. */
  trim(time: number): void {
    this.start += this.countUntil(time - 1);
    for (const stale of this.staleTimes ?? []) if (stale < time) this.staleTimes?.delete(stale);
    // Not at each trim: to move what is left costs as much as it is long.
    if (this.start <= this.times.length / 8) return;
    this.times.splice(0, this.start);
    this.values.splice(0, this.start);
    this.start = 0;
  }
}
