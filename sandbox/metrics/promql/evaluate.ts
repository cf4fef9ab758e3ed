import type { SeriesStore } from '../seriesStore';
import { aggregate } from './aggregate';
import type { Call, Expression, Selector, Subquery, Unary } from './ast';
import { binary } from './binary';
import { absent, callInstant } from './instantFunctions';
import { overTimeFunctions } from './overTime';
import { executionError } from './promqlError';
import { rateFunctions } from './rate';
import { instantVector, rangeVector } from './selection';
import type { RangeSeries, Timeline, Value } from './vectors';
import { mapValues, timeAt, withoutName } from './vectors';
import { slide } from './windows';

/** The step of a subquery that names none: Prometheus' default evaluation interval. */
const defaultStepMs = 60_000;
const windowFunctions = new Map(Object.entries({ ...rateFunctions, ...overTimeFunctions }));

/**
 * Evaluates a checked expression at all times of the timeline at once. A range vector has no value of its own; see
 * evaluateRange. Throws a PromqlError (execution) as Prometheus does.
 */
export function evaluate(store: SeriesStore, expression: Expression, timeline: Timeline): Value {
  switch (expression.type) {
    case 'number':
      return { type: 'scalar', values: new Float64Array(timeline.count).fill(expression.value) };
    case 'string':
      return { type: 'string', value: expression.value };
    case 'selector':
      return instantVector(store, expression, timeline);
    case 'paren':
      return evaluate(store, expression.expression, timeline);
    case 'unary':
      return unary(expression, evaluate(store, expression.expression, timeline));
    case 'binary': {
      const left = evaluate(store, expression.left, timeline);
      return binary(expression, left, evaluate(store, expression.right, timeline));
    }
    case 'aggregate': {
      const vector = evaluate(store, expression.expression, timeline);
      if (vector.type !== 'vector') throw new Error('An aggregation needs a vector.');
      const parameter =
        expression.parameter === undefined ? undefined : evaluate(store, expression.parameter, timeline);
      return aggregate(expression, vector, parameter, timeline.count);
    }
    case 'call':
      return call(store, expression, timeline);
    case 'subquery':
      throw new Error('A range vector has no value of its own.');
  }
}

function unary({ operator }: Unary, value: Value): Value {
  if (operator === '+') return value;
  if (value.type === 'scalar') return { type: 'scalar', values: value.values.map((number) => -number) };
  if (value.type === 'vector') return mapValues(value, (number) => -number);
  throw new Error('The type check lets no such expression through.');
}

function call(store: SeriesStore, expression: Call, timeline: Timeline): Value {
  const { name, args } = expression;
  const range = args.map(rangeOf).find((one) => one !== undefined);
  if (range !== undefined) return callRange(store, expression, range, timeline);
  const [first] = args.map(unwrapped);
  if (name === 'timestamp' && first?.type === 'selector') {
    const times = instantVector(store, first, timeline, true);
    return mapValues(times, (seconds) => seconds);
  }
  const values = args.map((arg) => evaluate(store, arg, timeline));
  return callInstant(expression, values, timeline);
}

function callRange(
  store: SeriesStore,
  { name, args }: Call,
  range: Selector | Subquery,
  timeline: Timeline,
): Value {
  const series = evaluateRange(store, range, timeline);
  const { rangeMs = 0, offsetMs } = range;
  const bounds = { rangeMs, offsetMs };
  if (name === 'absent_over_time') {
    const counts = slide(series, timeline, bounds, { run: () => 1, labelsOf: (labels) => labels });
    return absent(counts, timeline, range);
  }
  const run = windowFunctions.get(name);
  if (run === undefined) throw executionError(`the function "${name}" is not supported`);
  const scalars = args
    .filter((arg) => rangeOf(arg) === undefined)
    .map((arg) => evaluate(store, arg, timeline));
  const [scalar] = scalars;
  return slide(series, timeline, bounds, {
    run,
    ...(scalar?.type === 'scalar' ? { scalar: scalar.values } : {}),
    labelsOf: name === 'last_over_time' ? (labels) => labels : withoutName,
  });
}

function unwrapped(expression: Expression): Expression {
  return expression.type === 'paren' ? unwrapped(expression.expression) : expression;
}

/** The range vector that an argument is; undefined for anything else. */
export function rangeOf(expression: Expression): Selector | Subquery | undefined {
  const inner = unwrapped(expression);
  if (inner.type === 'subquery') return inner;
  return inner.type === 'selector' && inner.rangeMs !== undefined ? inner : undefined;
}

/** The samples that the windows of a range vector see: stored ones, or those of a subquery at its own steps. */
export function evaluateRange(
  store: SeriesStore,
  range: Selector | Subquery,
  timeline: Timeline,
): RangeSeries[] {
  if (range.type === 'selector') return rangeVector(store, range, timeline);
  const stepMs = range.stepMs ?? defaultStepMs;
  const from = timeline.startMs - range.offsetMs - range.rangeMs;
  const to = timeAt(timeline, timeline.count - 1) - range.offsetMs;
  // The steps are multiples of the step since the epoch, so that they stay put as time goes on.
  const startMs = Math.ceil(from / stepMs) * stepMs;
  const count = Math.floor((to - startMs) / stepMs) + 1;
  if (count <= 0) return [];
  const inner = { startMs, stepMs, count };
  const value = evaluate(store, range.expression, inner);
  if (value.type !== 'vector') throw new Error('A subquery needs a vector.');
  return value.series.map(({ labels, values, present }) => ({
    labels,
    times: new Float64Array(count).map((_, i) => timeAt(inner, i)).filter((_, i) => present[i] === 1),
    values: values.filter((_, i) => present[i] === 1),
  }));
}
