import type { Labels, SeriesStore } from '../seriesStore';
import { labelsKey } from '../seriesStore';
import { sampleText } from '../sampleText';
import type { Expression } from './ast';
import { typeOf } from './checkTypes';
import { evaluate, evaluateRange, rangeOf } from './evaluate';
import { PromqlError } from './promqlError';
import type { Timeline, Value } from './vectors';
import { timeAt } from './vectors';

/** Seconds and the value's text. */
export type Point = [number, string];

/** The data of an answer of Prometheus' HTTP API. */
export type QueryData =
  | { resultType: 'scalar'; result: Point }
  | { resultType: 'string'; result: Point }
  | { resultType: 'vector'; result: { metric: Labels; value: Point }[] }
  | { resultType: 'matrix'; result: { metric: Labels; values: Point[] }[] };

/** Answers an instant query at `timeMs`. Throws a PromqlError. */
export function instantQuery(store: SeriesStore, expression: Expression, timeMs: number): QueryData {
  const timeline: Timeline = { startMs: Math.round(timeMs), stepMs: 1, count: 1 };
  const range = rangeOf(expression);
  if (range !== undefined) {
    const result = evaluateRange(store, range, timeline).map(({ labels, times, values }) => ({
      metric: labels,
      values: Array.from(times, (time, i): Point => [time / 1000, sampleText(values[i] ?? NaN)]),
    }));
    return matrix(result);
  }
  const seconds = timeline.startMs / 1000;
  const value = evaluate(store, expression, timeline);
  if (value.type === 'string') return { resultType: 'string', result: [seconds, value.value] };
  if (value.type === 'scalar') {
    return { resultType: 'scalar', result: [seconds, sampleText(value.values[0] ?? NaN)] };
  }
  const result = value.series
    .filter(({ present }) => present[0] === 1)
    .map(({ labels, values }): { metric: Labels; value: Point } => ({
      metric: labels,
      value: [seconds, sampleText(values[0] ?? NaN)],
    }));
  return { resultType: 'vector', result };
}

/** Answers a range query. Throws a PromqlError; bad_data for an expression that is neither scalar nor instant vector. */
export function rangeQuery(store: SeriesStore, expression: Expression, timeline: Timeline): QueryData {
  const type = typeOf(expression);
  if (type !== 'scalar' && type !== 'instant vector') {
    const message = `invalid expression type "${type}" for range query, must be Scalar or instant Vector`;
    throw new PromqlError('bad_data', message);
  }
  const value = evaluate(store, expression, timeline);
  return matrix(linesOf(value, timeline));
}

function linesOf(value: Value, timeline: Timeline): { metric: Labels; values: Point[] }[] {
  const point = (i: number, number: number): Point => [timeAt(timeline, i) / 1000, sampleText(number)];
  if (value.type === 'string') return [];
  if (value.type === 'scalar') {
    return [{ metric: {}, values: Array.from(value.values, (number, i) => point(i, number)) }];
  }
  return value.series.map(({ labels, values, present }) => {
    const points: Point[] = [];
    present.forEach((there, i) => {
      if (there === 1) points.push(point(i, values[i] ?? NaN));
    });
    return { metric: labels, values: points };
  });
}

function matrix(lines: { metric: Labels; values: Point[] }[]): QueryData {
  const keyed = lines
    .filter(({ values }) => values.length > 0)
    .map((line) => ({ key: labelsKey(line.metric), line }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  return { resultType: 'matrix', result: keyed.map(({ line }) => line) };
}
