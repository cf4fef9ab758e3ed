import type { Labels } from '../seriesStore';
import { labelsKey } from '../seriesStore';
import type { Aggregate } from './ast';
import { sampleText } from '../sampleText';
import { executionError } from './promqlError';
import { byValue, quantile, variance } from './statistics';
import type { Value, VectorSeries, VectorValue } from './vectors';
import { changedLabels, emptySeries, joinSameLabels, onlyLabels, put, withoutLabels } from './vectors';

interface Group {
  labels: Labels;
  members: VectorSeries[];
}

/** Makes one number of the values of a group at one time; `parameter` is that of quantile. */
type Summary = (values: readonly number[], parameter: number) => number;

const sum: Summary = (values) => values.reduce((total, value) => total + value, 0);
const extreme = (values: readonly number[], better: (a: number, b: number) => boolean): number =>
  values.reduce((best, value) => (better(value, best) || Number.isNaN(best) ? value : best));

const summaries: Record<string, Summary> = {
  sum,
  avg: (values) => sum(values, NaN) / values.length,
  min: (values) => extreme(values, (a, b) => a < b),
  max: (values) => extreme(values, (a, b) => a > b),
  count: (values) => values.length,
  group: () => 1,
  stddev: (values) => Math.sqrt(variance(values)),
  stdvar: (values) => variance(values),
  quantile: (values, phi) => quantile(phi, values),
};

/** Evaluates an aggregation whose parts are evaluated already; `count` is the number of times. */
export function aggregate(
  expression: Aggregate,
  vector: VectorValue,
  parameter: Value | undefined,
  count: number,
): VectorValue {
  const { operator } = expression;
  const groups = groupsOf(expression, vector.series);
  if (operator === 'count_values') return countValues(groups, parameter, count);
  const numbers = parameter?.type === 'scalar' ? parameter.values : new Float64Array(count).fill(NaN);
  if (operator === 'topk' || operator === 'bottomk') {
    return { type: 'vector', series: groups.flatMap((group) => extremes(group, operator, numbers)) };
  }
  const summary = summaries[operator];
  if (summary === undefined) throw executionError(`the aggregation "${operator}" is not supported`);
  const series = groups.map(({ labels, members }) => {
    const result = emptySeries(labels, count);
    for (let i = 0; i < count; i += 1) {
      const values = present(members, i).map((member) => member.values[i] ?? NaN);
      if (values.length > 0) put(result, i, summary(values, numbers[i] ?? NaN));
    }
    return result;
  });
  return { type: 'vector', series };
}

const present = (members: readonly VectorSeries[], index: number): VectorSeries[] =>
  members.filter((member) => member.present[index] === 1);

function groupsOf({ without, labels }: Aggregate, series: readonly VectorSeries[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of series) {
    const kept = without
      ? withoutLabels(one.labels, [...labels, '__name__'])
      : onlyLabels(one.labels, labels);
    const key = labelsKey(kept);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { labels: kept, members: [one] });
    else group.members.push(one);
  }
  return [...groups.values()];
}

/** topk and bottomk keep the series themselves, best first, where they are among the best `k`. */
function extremes(
  { members }: Group,
  operator: 'topk' | 'bottomk',
  parameters: Float64Array,
): VectorSeries[] {
  const worth = operator === 'topk' ? (value: number) => -value : (value: number) => value;
  // NaN loses in both.
  const order = (i: number) => (a: VectorSeries, b: VectorSeries) =>
    -byValue(-worth(a.values[i] ?? NaN), -worth(b.values[i] ?? NaN));
  const results = new Map<VectorSeries, VectorSeries>();
  parameters.forEach((parameter, i) => {
    if (!(Math.abs(parameter) <= Number.MAX_SAFE_INTEGER)) {
      throw executionError(`Scalar value ${sampleText(parameter)} overflows int64`);
    }
    const best = present(members, i)
      .sort(order(i))
      .slice(0, Math.max(0, Math.trunc(parameter)));
    for (const member of best) {
      const result = results.get(member) ?? emptySeries(member.labels, parameters.length);
      results.set(member, result);
      put(result, i, member.values[i] ?? NaN);
    }
  });
  return [...results.values()];
}

function countValues(groups: Group[], parameter: Value | undefined, count: number): VectorValue {
  const label = parameter?.type === 'string' ? parameter.value : '';
  if (!/^[a-zA-Z_]\w*$/.test(label)) throw executionError(`invalid label name ${JSON.stringify(label)}`);
  const results = groups.flatMap(({ labels, members }) => {
    const byText = new Map<string, VectorSeries>();
    for (let i = 0; i < count; i += 1) {
      for (const member of present(members, i)) {
        const text = sampleText(member.values[i] ?? NaN);
        const result = byText.get(text) ?? emptySeries(changedLabels(labels, { [label]: text }), count);
        byText.set(text, result);
        put(result, i, (result.values[i] ?? 0) + 1);
      }
    }
    return [...byText.values()];
  });
  return { type: 'vector', series: joinSameLabels(results) };
}
