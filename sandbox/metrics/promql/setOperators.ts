import type { Matching } from './ast';
import { matchKey } from './matchKey';
import type { VectorSeries, VectorValue } from './vectors';
import { emptySeries, joinSameLabels, put } from './vectors';

/** and, or, unless: series of the two sides meet when their matching labels agree. */
export function combineSets(
  operator: 'and' | 'or' | 'unless',
  matching: Matching,
  left: VectorValue,
  right: VectorValue,
): VectorValue {
  if (operator === 'or') {
    const added = filtered(right, left, matching, false);
    return { type: 'vector', series: joinSameLabels([...left.series, ...added]) };
  }
  return { type: 'vector', series: filtered(left, right, matching, operator === 'and') };
}

/** The values of `vector` where the other side has (or has not) a value with the same matching labels. */
function filtered(
  vector: VectorValue,
  other: VectorValue,
  matching: Matching,
  wanted: boolean,
): VectorSeries[] {
  const others = new Map<string, Uint8Array>();
  for (const { labels, present } of other.series) {
    const key = matchKey(matching, labels);
    const before = others.get(key);
    others.set(key, before === undefined ? present : before.map((one, i) => one | (present[i] ?? 0)));
  }
  return vector.series.map(({ labels, values, present }) => {
    const there = others.get(matchKey(matching, labels));
    const result = emptySeries(labels, values.length);
    for (let i = 0; i < values.length; i += 1) {
      if (present[i] === 1 && (there?.[i] === 1) === wanted) put(result, i, values[i] ?? NaN);
    }
    return result;
  });
}
