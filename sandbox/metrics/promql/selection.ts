import type { SeriesStore, StoredSeries } from '../seriesStore';
import type { Selector } from './ast';
import type { RangeSeries, Timeline, VectorSeries, VectorValue } from './vectors';
import { emptySeries, put, timeAt } from './vectors';

/** How far an instant selector looks back for a sample (Prometheus' default). */
const lookbackMs = 300_000;

const endOf = (timeline: Timeline): number => timeAt(timeline, timeline.count - 1);

/**
 * The newest sample of each selected series at each time, not older than the lookback and not behind a stale
 * marker. With `timestamps` the values are the samples' own times in seconds instead.
 */
export function instantVector(
  store: SeriesStore,
  { matchers, offsetMs }: Selector,
  timeline: Timeline,
  timestamps = false,
): VectorValue {
  const from = timeline.startMs - offsetMs;
  const found = store.select(matchers, from - lookbackMs, endOf(timeline) - offsetMs);
  const series = found
    .map((stored) => sampled(stored, timeline, offsetMs, timestamps))
    .filter(({ present }) => present.includes(1));
  return { type: 'vector', series };
}

function sampled(
  { labels, samples }: StoredSeries,
  timeline: Timeline,
  offsetMs: number,
  timestamps: boolean,
): VectorSeries {
  const result = emptySeries(labels, timeline.count);
  let next = samples.countUntil(timeline.startMs - offsetMs);
  for (let i = 0; i < timeline.count; i += 1) {
    const time = timeAt(timeline, i) - offsetMs;
    while (samples.time(next) <= time) next += 1;
    const at = samples.time(next - 1);
    // 2.x takes a sample exactly as old as the lookback in; 3.x leaves it out.
    if (!(at >= time - lookbackMs) || samples.isStale(next - 1)) continue;
    put(result, i, timestamps ? at / 1000 : samples.value(next - 1));
  }
  return result;
}

/** The samples of a range selector that the windows at the timeline's times can see; stale markers are no samples. */
export function rangeVector(
  store: SeriesStore,
  { matchers, offsetMs, rangeMs = 0 }: Selector,
  timeline: Timeline,
): RangeSeries[] {
  const from = timeline.startMs - offsetMs - rangeMs;
  const to = endOf(timeline) - offsetMs;
  return store.select(matchers, from, to).map(({ labels, samples }) => {
    const first = samples.countUntil(from - 1);
    const end = samples.countUntil(to);
    const times = new Float64Array(end - first);
    const values = new Float64Array(end - first);
    let count = 0;
    for (let index = first; index < end; index += 1) {
      if (samples.isStale(index)) continue;
      times[count] = samples.time(index);
      values[count] = samples.value(index);
      count += 1;
    }
    return { labels, times: times.subarray(0, count), values: values.subarray(0, count) };
  });
}
