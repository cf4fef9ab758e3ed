import type { SampleSink } from '../metricsBackend';
import type { Labels } from '../seriesStore';
import { labelsKey } from '../seriesStore';
import type { SeriesWrite } from './remoteWrite';

interface Pending {
  labels: Labels;
  times: number[];
  /** undefined marks the end of the series. */
  values: (number | undefined)[];
}

/**
 * Shorter than the hour before the newest sample in which Prometheus still takes older ones (tsdb head: half of a
 * block's two hours), so that no series comes too late while history is written.
 */
const windowMs = 1_800_000;

/** Samples that Prometheus has not got yet. `notify` hears of each. */
export class PendingSamples implements SampleSink {
  #pending = new Map<string, Pending>();
  /** Saves making the key again for callers that pass the same object at each scrape. */
  readonly #keys = new WeakMap<Labels, string>();

  constructor(private readonly notify: () => void) {}

  append(labels: Labels, timeMs: number, value: number): void {
    this.#add(labels, timeMs, value);
  }

  appendStale(labels: Labels, timeMs: number): void {
    this.#add(labels, timeMs, undefined);
  }

  fill(labels: Labels, times: readonly number[], valueAt: (timeMs: number, index: number) => number): void {
    times.forEach((time, index) => {
      this.#add(labels, time, valueAt(time, index));
    });
  }

  /** Takes all of them, in pieces that are to be written one after the other, the oldest first. */
  *take(): Generator<SeriesWrite[]> {
    const taken = [...this.#pending.values()];
    this.#pending = new Map();
    const places = taken.map(() => 0);
    for (;;) {
      const nexts = taken.map(({ times }, index) => times[places[index] ?? 0] ?? Infinity);
      const first = nexts.reduce((least, time) => Math.min(least, time), Infinity);
      if (first === Infinity) return;
      yield taken.flatMap(({ labels, times, values }, index) => {
        const from = places[index] ?? 0;
        let to = from;
        while (to < times.length && (times[to] ?? 0) < first + windowMs) to += 1;
        places[index] = to;
        const samples = times.slice(from, to).map((timeMs, at) => ({ timeMs, value: values[from + at] }));
        return samples.length === 0 ? [] : [{ labels, samples }];
      });
    }
  }

  #add(labels: Labels, timeMs: number, value: number | undefined): void {
    const key = this.#keys.get(labels) ?? labelsKey(labels);
    this.#keys.set(labels, key);
    const known = this.#pending.get(key);
    const pending = known ?? { labels, times: [], values: [] };
    if (known === undefined) this.#pending.set(key, pending);
    pending.times.push(Math.round(timeMs));
    pending.values.push(value);
    this.notify();
  }
}
