import type { Decision, DecisionArithmetic, DecisionCause } from './decision';
import { stepOf, valueAt } from './decisionSeries';
import type { DecisionRule, DecisionSeries } from './decisionSeries';
import { changesOf } from './changes';
import type { Change } from './changes';
import { explainDown, explainUp } from './explain';
import type { Bounds } from './explain';
import { movedTo } from './moved';
import { readinessOf } from './readiness';
import type { Rescale } from './rescales';
import { seenLate } from './seenLate';

interface Explained {
  cause: DecisionCause;
  arithmetic?: DecisionArithmetic | undefined;
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

/** The cause of what no measured load explains: against what the HPA wants only somebody else scales. */
function causeWithoutLoad(
  { desired }: DecisionSeries,
  { threshold }: DecisionRule,
  { index, to, toldAt }: Change,
): DecisionCause {
  const wanted = valueAt(desired, index);
  if (toldAt === undefined && wanted !== null && wanted !== to) return 'manual';
  return threshold === undefined ? 'hpa' : 'unexplained';
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
  if (arithmetic === undefined) return { cause: causeWithoutLoad(series, rule, change) };
  return { cause: to > from ? 'load' : 'windowEnded', arithmetic };
}

function decisionOf(series: DecisionSeries, rule: DecisionRule, change: Change): Decision {
  const { index, before, from, to, toldAt } = change;
  const { cause, arithmetic } = explain(series, rule, change);
  const at = series.times[index] ?? 0;
  const after = series.times[before] ?? at;
  const readiness = to > from ? readinessOf(series, index, from, to) : undefined;
  const isVague = toldAt === undefined && at - after > Math.max(seenLate, stepOf(series));
  const decision: Decision = {
    at,
    ...(isVague ? { after } : {}),
    from,
    to,
    cause,
    ...(arithmetic === undefined ? {} : { arithmetic }),
    ...boundsAt(series, index),
    ...(readiness === undefined ? {} : { readiness }),
  };
  return toldAt === undefined ? decision : movedTo(toldAt, decision);
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

/**
 * The decisions that the series show, oldest first: each change of the wanted replicas, with what explains it. What the
 * HPA has told of them gives the exact times.
 */
export function decisionsOf(
  series: DecisionSeries,
  rule: DecisionRule,
  rescales: readonly Rescale[] = [],
): Decision[] {
  const changes = changesOf(series, rescales).map((change) => decisionOf(series, rule, change));
  return [...pausesOf(series), ...changes].toSorted((one, other) => one.at - other.at);
}
