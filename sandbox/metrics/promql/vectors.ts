import type { Labels } from '../seriesStore';
import { labelsKey } from '../seriesStore';
import { executionError } from './promqlError';

/** The times at which a query is evaluated: start, start + step, ... (count of them, milliseconds). */
export interface Timeline {
  startMs: number;
  stepMs: number;
  count: number;
}

/** One series of an instant vector over all times of a timeline; `present` is 1 where it has a value. */
export interface VectorSeries {
  labels: Labels;
  values: Float64Array;
  present: Uint8Array;
}

/** One series of a range vector: the samples that any of the windows may see. */
export interface RangeSeries {
  labels: Labels;
  times: Float64Array;
  values: Float64Array;
}

export interface ScalarValue {
  type: 'scalar';
  values: Float64Array;
}
export interface VectorValue {
  type: 'vector';
  series: VectorSeries[];
}
export type Value = ScalarValue | VectorValue | { type: 'string'; value: string };

export const timeAt = (timeline: Timeline, index: number): number =>
  timeline.startMs + index * timeline.stepMs;

/** A series without values yet. */
export function emptySeries(labels: Labels, count: number): VectorSeries {
  return { labels, values: new Float64Array(count), present: new Uint8Array(count) };
}

/** The labels without those named. */
export function withoutLabels(labels: Labels, names: readonly string[]): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !names.includes(name)));
}

/** Only the named labels, as far as they are there. */
export function onlyLabels(labels: Labels, names: readonly string[]): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => names.includes(name)));
}

/** The labels with some changed; an empty value takes the label away. */
export function changedLabels(labels: Labels, changes: Record<string, string>): Labels {
  return Object.fromEntries(Object.entries({ ...labels, ...changes }).filter(([, value]) => value !== ''));
}

/** Arithmetic and functions lose the metric's name. */
export const withoutName = (labels: Labels): Labels => withoutLabels(labels, ['__name__']);

/** As Prometheus writes labels in messages: {a="b", c="d"}. */
export function labelsText(labels: Labels): string {
  const parts = Object.keys(labels)
    .sort()
    .map((name) => `${name}=${JSON.stringify(labels[name] ?? '')}`);
  return `{${parts.join(', ')}}`;
}

/**
 * Joins series that got the same labels. They may take turns, but two values at one time are an error, as in
 * Prometheus.
 */
export function joinSameLabels(series: readonly VectorSeries[]): VectorSeries[] {
  const byLabels = new Map<string, VectorSeries>();
  for (const one of series) {
    const key = labelsKey(one.labels);
    const first = byLabels.get(key);
    if (first === undefined) byLabels.set(key, one);
    else byLabels.set(key, joined(first, one));
  }
  return [...byLabels.values()];
}

function joined(a: VectorSeries, b: VectorSeries): VectorSeries {
  const result = { labels: a.labels, values: a.values.slice(), present: a.present.slice() };
  for (let i = 0; i < b.present.length; i += 1) {
    if (b.present[i] !== 1) continue;
    if (result.present[i] === 1) {
      throw executionError('vector cannot contain metrics with the same labelset');
    }
    result.values[i] = b.values[i] ?? NaN;
    result.present[i] = 1;
  }
  return result;
}

/** Each value put through `change` (undefined: no value), the name dropped. */
export function mapValues(
  { series }: VectorValue,
  change: (value: number, index: number) => number | undefined,
  labelsOf: (labels: Labels) => Labels = withoutName,
): VectorValue {
  const changed = series.map(({ labels, values, present }) => {
    const result = emptySeries(labelsOf(labels), values.length);
    for (let i = 0; i < values.length; i += 1) {
      if (present[i] !== 1) continue;
      const value = change(values[i] ?? NaN, i);
      if (value !== undefined) put(result, i, value);
    }
    return result;
  });
  return { type: 'vector', series: joinSameLabels(changed) };
}

/** Sets the value at one time. */
export function put(series: VectorSeries, index: number, value: number): void {
  series.values[index] = value;
  series.present[index] = 1;
}
