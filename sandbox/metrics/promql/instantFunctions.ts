import type { Call, Expression } from './ast';
import type { Labels } from '../seriesStore';
import { histogramQuantile } from './histogram';
import { labelJoin, labelReplace } from './labelFunctions';
import { mathFunctions } from './mathFunctions';
import { executionError } from './promqlError';
import { byValue } from './statistics';
import type { ScalarValue, Timeline, Value, VectorValue } from './vectors';
import { emptySeries, mapValues, put, timeAt } from './vectors';

/** A function's evaluated arguments by their place; asking for one of another type is a fault of the type check. */
class Arguments {
  constructor(private readonly values: readonly Value[]) {}

  vector(index = 0): VectorValue {
    const value = this.values[index];
    if (value?.type !== 'vector') throw new Error(`Argument ${String(index)} is no vector.`);
    return value;
  }

  scalar(index: number): ScalarValue {
    const value = this.values[index];
    if (value?.type !== 'scalar') throw new Error(`Argument ${String(index)} is no scalar.`);
    return value;
  }

  has(index: number): boolean {
    return index < this.values.length;
  }

  strings(): string[] {
    return this.values.flatMap((value) => (value.type === 'string' ? [value.value] : []));
  }
}

type InstantFunction = (args: Arguments, timeline: Timeline, call: Call) => Value;

const scalarOf = (timeline: Timeline, value: (index: number) => number): ScalarValue => ({
  type: 'scalar',
  values: new Float64Array(timeline.count).map((_, index) => value(index)),
});

const functions: Record<string, InstantFunction> = {
  absent: (args, timeline, call) => absent(args.vector(), timeline, call.args[0]),
  clamp: (args) => clamp(args, args.scalar(1), args.scalar(2)),
  clamp_max: (args) => clamp(args, undefined, args.scalar(1)),
  clamp_min: (args) => clamp(args, args.scalar(1), undefined),
  histogram_quantile: (args) => histogramQuantile(args.scalar(0), args.vector(1)),
  label_join: (args) => labelJoin(args.vector(), args.strings()),
  label_replace: (args) => labelReplace(args.vector(), args.strings()),
  pi: (_args, timeline) => scalarOf(timeline, () => Math.PI),
  round,
  scalar: (args, timeline) => scalar(args.vector(), timeline),
  sort: (args) => sorted(args.vector(), byValue),
  sort_desc: (args) => sorted(args.vector(), (a, b) => byValue(-a, -b)),
  time: (_args, timeline) => scalarOf(timeline, (i) => timeAt(timeline, i) / 1000),
  // Of anything but a selector, which is evaluated elsewhere: its samples have the evaluation time.
  timestamp: (args, timeline) => mapValues(args.vector(), (_value, i) => timeAt(timeline, i) / 1000),
  vector: (args) => {
    const { values } = args.scalar(0);
    const series = { labels: {}, values, present: new Uint8Array(values.length).fill(1) };
    return { type: 'vector', series: [series] };
  },
};

/** Evaluates a function none of whose arguments is a range vector. */
export function callInstant(call: Call, values: readonly Value[], timeline: Timeline): Value {
  const args = new Arguments(values);
  const math = mathFunctions[call.name];
  if (math !== undefined) return mapValues(args.vector(), math);
  const run = functions[call.name];
  if (run === undefined) throw executionError(`the function "${call.name}" is not supported`);
  return run(args, timeline, call);
}

function clamp(args: Arguments, least?: ScalarValue, most?: ScalarValue): VectorValue {
  return mapValues(args.vector(), (value, i) => {
    const low = least?.values[i] ?? -Infinity;
    const high = most?.values[i] ?? Infinity;
    return low > high ? undefined : Math.max(low, Math.min(high, value));
  });
}

/** Rounds half up to the nearest multiple; dividing by the inverse keeps 0.1 and the like exact. */
function round(args: Arguments): VectorValue {
  return mapValues(args.vector(), (value, i) => {
    const inverse = 1 / (args.has(1) ? (args.scalar(1).values[i] ?? NaN) : 1);
    return Math.floor(value * inverse + 0.5) / inverse;
  });
}

/** The value of a vector with exactly one element, else NaN. */
function scalar({ series }: VectorValue, timeline: Timeline): ScalarValue {
  return scalarOf(timeline, (i) => {
    const there = series.filter(({ present }) => present[i] === 1);
    return there.length === 1 ? (there[0]?.values[i] ?? NaN) : NaN;
  });
}

/** The order of a result matters for an instant query only, so it is that of the first time. */
function sorted({ series }: VectorValue, order: (a: number, b: number) => number): VectorValue {
  const first = (values: Float64Array): number => values[0] ?? NaN;
  const nanLast = (a: number, b: number): number => Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return {
    type: 'vector',
    series: [...series].sort(
      (a, b) => nanLast(first(a.values), first(b.values)) || order(first(a.values), first(b.values)),
    ),
  };
}

/** 1 at the times without any value, with the labels that the argument's selector asks for with "=". */
export function absent(
  { series }: VectorValue,
  timeline: Timeline,
  argument: Expression | undefined,
): VectorValue {
  const result = emptySeries(argument === undefined ? {} : askedLabels(argument), timeline.count);
  for (let i = 0; i < timeline.count; i += 1) {
    if (!series.some(({ present }) => present[i] === 1)) put(result, i, 1);
  }
  return { type: 'vector', series: [result] };
}

function askedLabels(expression: Expression): Labels {
  if (expression.type !== 'selector') return {};
  const { matchers } = expression;
  return Object.fromEntries(
    matchers
      .filter(({ name, operator, value }) => {
        const once = matchers.filter((other) => other.name === name).length === 1;
        return name !== '__name__' && operator === '=' && value !== '' && once;
      })
      .map(({ name, value }) => [name, value]),
  );
}
