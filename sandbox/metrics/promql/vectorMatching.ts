import type { Labels } from '../seriesStore';
import { labelsKey } from '../seriesStore';
import type { Matching } from './ast';
import { matchKey, matchLabels } from './matchKey';
import type { NumberOperator } from './operators';
import { isComparison, operate } from './operators';
import { executionError } from './promqlError';
import type { VectorSeries, VectorValue } from './vectors';
import {
  changedLabels,
  emptySeries,
  joinSameLabels,
  labelsText,
  onlyLabels,
  put,
  withoutLabels,
  withoutName,
} from './vectors';

interface Operation {
  operator: NumberOperator;
  bool: boolean;
  matching: Matching;
}

/** Arithmetic and comparison of two vectors, one to one, or many to one with group_left or group_right. */
export function matchVectors(operation: Operation, left: VectorValue, right: VectorValue): VectorValue {
  const { matching, operator, bool } = operation;
  const swapped = matching.group === 'right';
  const [many, one] = swapped ? [right, left] : [left, right];
  const ones = onesByKey(matching, one.series, occupied(many.series));
  const run = operate(operator, bool);
  const results: VectorSeries[] = [];
  /** Where a result slot has its value already. */
  const taken = new Map<string, Uint8Array>();
  for (const member of many.series) {
    const key = matchKey(matching, member.labels);
    for (const partner of ones.get(key) ?? []) {
      const labels = resultLabels(operation, member.labels, partner.labels);
      // One to one, a match group gives one value; else each set of labels does.
      const slot = matching.group === undefined ? key : `${key}\u0001${labelsKey(labels)}`;
      const mask = taken.get(slot) ?? new Uint8Array(member.values.length);
      taken.set(slot, mask);
      const [first, second] = swapped ? [partner, member] : [member, partner];
      const result = computed(labels, first, second, run);
      if (result.present.some((there, i) => there === 1 && mask[i] === 1)) {
        throw executionError(severalMatches(matching));
      }
      result.present.forEach((there, i) => (mask[i] = (mask[i] ?? 0) | there));
      if (result.present.includes(1)) results.push(result);
    }
  }
  return { type: 'vector', series: joinSameLabels(results) };
}

/** The operation on two series at the times where both have a value. */
function computed(
  labels: Labels,
  first: VectorSeries,
  second: VectorSeries,
  run: ReturnType<typeof operate>,
): VectorSeries {
  const result = emptySeries(labels, first.values.length);
  for (let i = 0; i < first.values.length; i += 1) {
    if (first.present[i] !== 1 || second.present[i] !== 1) continue;
    const value = first.values[i] ?? NaN;
    const outcome = run(value, second.values[i] ?? NaN, value);
    if (outcome !== undefined) put(result, i, outcome);
  }
  return result;
}

function severalMatches({ group }: Matching): string {
  return group === undefined
    ? 'multiple matches for labels: many-to-one matching must be explicit (group_left/group_right)'
    : 'multiple matches for labels: grouping labels must ensure unique matches';
}

/** 1 at each time at which any of the series has a value. */
function occupied(series: readonly VectorSeries[]): Uint8Array {
  const result = new Uint8Array(series[0]?.present.length ?? 0);
  for (const { present } of series) present.forEach((one, i) => (result[i] = (result[i] ?? 0) | one));
  return result;
}

/** The "one" side by match group; two values of a group at the same time are an error where there is anything to match. */
function onesByKey(
  matching: Matching,
  series: readonly VectorSeries[],
  relevant: Uint8Array,
): Map<string, VectorSeries[]> {
  const groups = new Map<string, VectorSeries[]>();
  for (const one of series) {
    const key = matchKey(matching, one.labels);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [one]);
      continue;
    }
    const double = group.find(({ present }) =>
      present.some((there, i) => there === 1 && one.present[i] === 1 && relevant[i] === 1),
    );
    if (double !== undefined) throw executionError(duplicates(matching, one.labels, double.labels));
    group.push(one);
  }
  return groups;
}

function duplicates(matching: Matching, labels: Labels, before: Labels): string {
  const side = matching.group === 'right' ? 'left' : 'right';
  const group = labelsText(matchLabels(matching, labels));
  return (
    `found duplicate series for the match group ${group} on the ${side} hand-side of the operation: ` +
    `[${labelsText(labels)}, ${labelsText(before)}];many-to-many matching not allowed: ` +
    'matching labels must be unique on one side'
  );
}

function resultLabels({ operator, bool, matching }: Operation, many: Labels, one: Labels): Labels {
  let labels = isComparison(operator) && !bool ? many : withoutName(many);
  if (matching.group === undefined) {
    labels = matching.on ? onlyLabels(labels, matching.labels) : withoutLabels(labels, matching.labels);
  }
  const included = matching.include.map((name) => [name, one[name] ?? ''] as const);
  return changedLabels(labels, Object.fromEntries(included));
}
