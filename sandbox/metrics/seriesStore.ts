import type { Matcher } from './matchers';
import { matchesAll } from './matchers';
import { Samples } from './samples';

/** The labels of a series, its name in __name__. A label with an empty value is the same as no label. */
export type Labels = Readonly<Record<string, string>>;

/** A series of the store; `samples` is live, so read it at once. */
export interface StoredSeries {
  readonly labels: Labels;
  readonly samples: Samples;
}

interface KeyedSeries extends StoredSeries {
  readonly key: string;
}

const hour = 3_600_000;
const sweepInterval = 600_000;

/** Identifies a label set, and sorts as Prometheus sorts series: name by name, then by value. */
export function labelsKey(labels: Labels): string {
  const parts: string[] = [];
  for (const name of Object.keys(labels).sort()) {
    const value = labels[name];
    if (value !== undefined && value !== '') parts.push(name, value);
  }
  // Joined, not added up: keys live long, and V8 keeps a sum of strings as the tree of its parts.
  parts.push('');
  return parts.join('\u0000');
}

/** The labels themselves where none is empty: large stores hold them only once then. */
function withoutEmpty(labels: Labels): Labels {
  const entries = Object.entries(labels);
  const filled = entries.filter(([, value]) => value !== '');
  return filled.length === entries.length ? labels : Object.fromEntries(filled);
}

/** The samples of all scraped series in memory. Times are simulated milliseconds. */
export class SeriesStore {
  private readonly byName = new Map<string, Map<string, KeyedSeries>>();
  /** Saves making the key again for callers that pass the same object at each scrape. */
  private known = new WeakMap<Labels, KeyedSeries>();
  private newest = -Infinity;
  private lastSweep = -Infinity;

  /** Keeps samples for `retentionMs` before the newest one; 6 hours if not told. */
  constructor(private readonly retentionMs = 6 * hour) {}

  /** Adds a sample. One that is not newer than the last of its series is dropped, as Prometheus does. */
  append(labels: Labels, timeMs: number, value: number): void {
    this.add(labels, timeMs, value, false);
  }

  /** Adds samples at these times, oldest first: cheaper than one after the other. */
  fill(labels: Labels, times: readonly number[], valueAt: (timeMs: number, index: number) => number): void {
    const { samples } = this.find(labels);
    times.forEach((time, index) => samples.append(time, valueAt(time, index), false));
    this.noteTime(times.at(-1) ?? -Infinity);
  }

  /** Marks the series as ended at this time, so that no query looks back across it. */
  appendStale(labels: Labels, timeMs: number): void {
    this.add(labels, timeMs, NaN, true);
  }

  /** The series that satisfy all matchers and have a sample from `startMs` to `endMs`, sorted by labels. */
  select(matchers: readonly Matcher[], startMs = -Infinity, endMs = Infinity): StoredSeries[] {
    const found: KeyedSeries[] = [];
    for (const group of this.groups(matchers)) {
      for (const series of group.values()) {
        const { samples } = series;
        if (samples.countUntil(endMs) === samples.countUntil(startMs - 1)) continue;
        if (matchesAll(matchers, series.labels)) found.push(series);
      }
    }
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  private groups(matchers: readonly Matcher[]): Iterable<Map<string, KeyedSeries>> {
    const name = matchers.find((matcher) => matcher.name === '__name__' && matcher.operator === '=');
    if (name === undefined) return this.byName.values();
    const group = this.byName.get(name.value);
    return group === undefined ? [] : [group];
  }

  private add(labels: Labels, timeMs: number, value: number, stale: boolean): void {
    const { samples } = this.known.get(labels) ?? this.find(labels);
    samples.append(timeMs, value, stale);
    this.noteTime(timeMs);
  }

  private noteTime(timeMs: number): void {
    if (timeMs > this.newest) this.newest = timeMs;
    if (this.newest - this.lastSweep >= sweepInterval) this.sweep();
  }

  private find(labels: Labels): KeyedSeries {
    const name = labels.__name__ ?? '';
    let group = this.byName.get(name);
    if (group === undefined) {
      group = new Map<string, KeyedSeries>();
      this.byName.set(name, group);
    }
    const key = labelsKey(labels);
    let series = group.get(key);
    if (series === undefined) {
      series = { key, labels: withoutEmpty(labels), samples: new Samples() };
      group.set(key, series);
    }
    this.known.set(labels, series);
    return series;
  }

  /** Forgets samples past the retention, and series without any. */
  private sweep(): void {
    this.lastSweep = this.newest;
    for (const [name, group] of this.byName) {
      for (const [key, series] of group) {
        series.samples.trim(this.newest - this.retentionMs);
        if (series.samples.length === 0) group.delete(key);
      }
      if (group.size === 0) this.byName.delete(name);
    }
    this.known = new WeakMap();
  }
}
