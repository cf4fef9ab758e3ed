/**
 * The samples of one series, oldest first, in growing columns. A stale marker is a sample with a flag of its own,
 * because JavaScript does not keep the NaN payload by which Prometheus knows it.
 */
export class Samples {
  private times = new Float64Array(16);
  private values = new Float64Array(16);
  private staleness = new Uint8Array(16);
  private start = 0;
  private end = 0;

  get length(): number {
    return this.end - this.start;
  }

  /** Milliseconds of the sample at `index`, counted from the oldest one. NaN outside. */
  time(index: number): number {
    return index < 0 || index >= this.length ? NaN : (this.times[this.start + index] ?? NaN);
  }

  /** The value at `index`; NaN outside. */
  value(index: number): number {
    return index < 0 || index >= this.length ? NaN : (this.values[this.start + index] ?? NaN);
  }

  /** Whether the sample at `index` says that the series has ended there. */
  isStale(index: number): boolean {
    return this.staleness[this.start + index] === 1;
  }

  /** Adds a sample; false (and nothing is added) when it is not newer than the last one. */
  append(time: number, value: number, stale: boolean): boolean {
    if (this.length > 0 && time <= this.time(this.length - 1)) return false;
    if (this.end === this.times.length) this.makeRoom();
    this.times[this.end] = time;
    this.values[this.end] = value;
    this.staleness[this.end] = stale ? 1 : 0;
    this.end += 1;
    return true;
  }

  /** Number of samples that are not newer than `time`. */
  countUntil(time: number): number {
    let low = this.start;
    let high = this.end;
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
  }

  /** Moves the samples to the front when half of the room is free, else doubles the room. */
  private makeRoom(): void {
    const { times, values, staleness, start, end } = this;
    const room = start > end / 2 ? times.length : times.length * 2;
    this.times = new Float64Array(room);
    this.values = new Float64Array(room);
    this.staleness = new Uint8Array(room);
    this.times.set(times.subarray(start, end));
    this.values.set(values.subarray(start, end));
    this.staleness.set(staleness.subarray(start, end));
    this.end = end - start;
    this.start = 0;
  }
}
