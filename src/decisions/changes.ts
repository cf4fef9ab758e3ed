import type { DecisionSeries } from './decisionSeries';
import type { Rescale } from './rescales';
import { seenLate } from './seenLate';

/** A change of the wanted replicas. */
export interface Change {
  /** Index at which it was measured first. */
  index: number;
  /** Index of the last measured value before. */
  before: number;
  from: number;
  to: number;
  /** When the HPA made it, by its own event; seconds since 1970. */
  toldAt?: number;
}

function measuredChanges({ replicas }: DecisionSeries): Change[] {
  const changes: Change[] = [];
  let last: { index: number; value: number } | undefined;
  replicas.forEach((value, index) => {
    if (value === null) return;
    if (last !== undefined && last.value !== value) {
      changes.push({ index, before: last.index, from: last.value, to: value });
    }
    last = { index, value };
  });
  return changes;
}

/** The steps in which the HPA came from the one size to the other, of those that it told; the change itself if it told none. */
function stepsOf(change: Change, told: readonly Rescale[]): Change[] {
  const end = told.findLastIndex(({ to }) => to === change.to);
  const start = told.slice(0, end).findLastIndex(({ to }) => to === change.from) + 1;
  const steps: Change[] = [];
  let { from } = change;
  for (const { at, to } of told.slice(start, end + 1)) {
    if (to !== from) steps.push({ ...change, from, to, toldAt: at });
    from = to;
  }
  return steps.length === 0 ? [change] : steps;
}

/**
 * The changes of the wanted replicas, oldest first. Measurements show several of them as one, and late; where the HPA has
 * told of them (`rescales`, oldest first) each has its own time.
 */
export function changesOf(series: DecisionSeries, rescales: readonly Rescale[]): Change[] {
  let known = -Infinity;
  return measuredChanges(series).flatMap((change) => {
    const since = Math.max(known, (series.times[change.before] ?? 0) - seenLate);
    const until = series.times[change.index] ?? 0;
    const steps = stepsOf(
      change,
      rescales.filter(({ at }) => at > since && at <= until),
    );
    known = steps.at(-1)?.toldAt ?? known;
    return steps;
  });
}
