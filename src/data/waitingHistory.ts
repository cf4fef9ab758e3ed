import { modelKeyOf } from '../queries/vllm';
import type { RangeGroups } from './useRangeGroups';

/** What waited in the last half hour. */
export interface WaitingHistory {
  /** Seconds since 1970, one step apart. */
  times: readonly number[];
  /** By namespace/name, on the times; null is a gap. A model that was never measured has no entry. */
  values: ReadonlyMap<string, readonly (number | null)[]>;
}

function same(one: readonly (number | null)[], other: readonly (number | null)[] | undefined): boolean {
  return one.length === other?.length && one.every((value, index) => value === other[index]);
}

/** The series by their models; a series of `before` that looks the same keeps its identity. */
export function waitingHistory(
  { times, groups }: RangeGroups<'waiting'>,
  before?: WaitingHistory,
): WaitingHistory {
  const values = new Map<string, readonly (number | null)[]>();
  for (const { labels, values: series } of groups.get('waiting')?.series ?? []) {
    const key = modelKeyOf(labels);
    if (key === undefined) continue;
    const old = before?.values.get(key);
    values.set(key, old !== undefined && same(series, old) ? old : series);
  }
  return { times, values };
}
