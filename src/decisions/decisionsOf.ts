import type { Decision, DecisionArithmetic, DecisionCause } from './decision';
import { stepOf, valueAt } from './decisionSeries';
import type { DecisionRule, DecisionSeries } from './decisionSeries';
import { explainDown, explainUp, seenLate } from './explain';
import type { Bounds } from './explain';
import { readinessOf } from './readiness';

interface Change {
  index: number;
  /** Index of the last measured value before. */
  before: number;
  from: number;
  to: number;
}

interface Explained {
  cause: DecisionCause;
  arithmetic?: DecisionArithmetic | undefined;
}

function changesOf(series: DecisionSeries): Change[] {
  const changes: Change[] = [];
  let last: { index: number; value: number } | undefined;
  series.replicas.forEach((value, index) => {
    if (value === null) return;
    if (last !== undefined && last.value !== value) {
      changes.push({ index, before: last.index, from: last.value, to: value });
    }
    last = { index, value };
  });
  return changes;
}

function boundsAt(series: DecisionSeries, index: number): Bounds | undefined {
  const min = valueAt(series.min, index);
  const max = valueAt(series.max, index);
  return min === null || max === null ? undefined : { min, max };
}

/** A bound that the replicas were beyond, or that held them until it moved. */
function boundCause(
  { from, to }: Change,
  before: Bounds | undefined,
  now: Bounds,
): DecisionCause | undefined {
  if (from > now.max && to === now.max) return 'maximumLowered';
  if (from < now.min && to === now.min) return 'minimumRaised';
  if (before === undefined) return undefined;
  if (to > from && from === before.max && now.max > before.max) return 'maximumRaised';
  if (to < from && from === before.min && now.min < before.min) return 'minimumLowered';
  return undefined;
}

function explain(series: DecisionSeries, rule: DecisionRule, change: Change): Explained {
  const { index, before, from, to } = change;
  const bounds = boundsAt(series, index);
  // Between 0 and 1 KEDA scales by itself, and the HPA rests (KEDA pkg/scaling/executor/scale_scaledobjects.go).
  if (from === 0) return { cause: 'woken' };
  if (to === 0) return { cause: 'idle' };
  if (bounds === undefined) return { cause: 'manual' };
  const arithmetic =
    to > from ? explainUp(series, index, to, bounds, rule) : explainDown(series, index, to, bounds, rule);
  const moved = boundCause(change, boundsAt(series, before), bounds);
  if (moved !== undefined) return { cause: moved, arithmetic };
  const desired = valueAt(series.desired, index);
  if (desired !== null && desired !== to && arithmetic === undefined) return { cause: 'manual' };
  if (arithmetic === undefined) return { cause: rule.threshold === undefined ? 'hpa' : 'unexplained' };
  return { cause: to > from ? 'load' : 'windowEnded', arithmetic };
}

function decisionOf(series: DecisionSeries, rule: DecisionRule, change: Change): Decision {
  const { index, before, from, to } = change;
  const { cause, arithmetic } = explain(series, rule, change);
  const at = series.times[index] ?? 0;
  const after = series.times[before] ?? at;
  const readiness = to > from ? readinessOf(series, index, from, to) : undefined;
  return {
    at,
    ...(at - after > Math.max(seenLate, stepOf(series)) ? { after } : {}),
    from,
    to,
    cause,
    ...(arithmetic === undefined ? {} : { arithmetic }),
    ...boundsAt(series, index),
    ...(readiness === undefined ? {} : { readiness }),
  };
}

/** When the HPA vanished or appeared while the Deployment was seen: autoscaling was paused or went on. */
function pausesOf(series: DecisionSeries): Decision[] {
  const pauses: Decision[] = [];
  let there: boolean | undefined;
  series.times.forEach((at, index) => {
    const replicas = valueAt(series.replicas, index);
    // A gap of everything is a gap of the measurements.
    if (replicas === null) return;
    const now = boundsAt(series, index) !== undefined;
    if (there !== undefined && there !== now) {
      pauses.push({ at, from: replicas, to: replicas, cause: now ? 'resumed' : 'paused' });
    }
    there = now;
  });
  return pauses;
}

/** The decisions that the series show, oldest first: each change of the wanted replicas, with what explains it. */
export function decisionsOf(series: DecisionSeries, rule: DecisionRule): Decision[] {
  const changes = changesOf(series).map((change) => decisionOf(series, rule, change));
  return [...pausesOf(series), ...changes].toSorted((one, other) => one.at - other.at);
}
