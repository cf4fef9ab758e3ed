import type { Labels } from '../seriesStore';
import type { RangeSeries, Timeline, VectorValue } from './vectors';
import { emptySeries, joinSameLabels, put, timeAt } from './vectors';

/** What a function over a range sees at one time: the samples from `from` up to, not including, `to`. Never empty. */
export interface Window {
  times: Float64Array;
  values: Float64Array;
  from: number;
  to: number;
  /** Bounds of the window in milliseconds, both inclusive (as in Prometheus 2.x). */
  startMs: number;
  endMs: number;
  /** Evaluation time in milliseconds; the offset lies between it and endMs. */
  evalMs: number;
  /** The function's scalar argument at this time; NaN when it has none. */
  scalar: number;
}

/** A function over a range; undefined: no value at this time. */
export type WindowFunction = (window: Window) => number | undefined;

/** Slides a window over each series and puts what the function says about it at each time. */
export function slide(
  series: readonly RangeSeries[],
  timeline: Timeline,
  range: { rangeMs: number; offsetMs: number },
  evaluate: { run: WindowFunction; scalar?: Float64Array; labelsOf: (labels: Labels) => Labels },
): VectorValue {
  const results = series.map(({ labels, times, values }) => {
    const result = emptySeries(evaluate.labelsOf(labels), timeline.count);
    let from = 0;
    let to = 0;
    for (let i = 0; i < timeline.count; i += 1) {
      const evalMs = timeAt(timeline, i);
      const endMs = evalMs - range.offsetMs;
      const startMs = endMs - range.rangeMs;
      while (from < times.length && (times[from] ?? 0) < startMs) from += 1;
      while (to < times.length && (times[to] ?? 0) <= endMs) to += 1;
      if (to <= from) continue;
      const scalar = evaluate.scalar?.[i] ?? NaN;
      const value = evaluate.run({ times, values, from, to, startMs, endMs, evalMs, scalar });
      if (value !== undefined) put(result, i, value);
    }
    return result;
  });
  const kept = results.filter(({ present }) => present.includes(1));
  return { type: 'vector', series: joinSameLabels(kept) };
}
