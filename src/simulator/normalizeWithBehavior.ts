import type { Autoscaler, Behavior } from './autoscaler';
import type { StoredBehavior } from './behaviorDefaults';
import { defaultDownWindow, withDefaults } from './behaviorDefaults';
import { rememberRecommendation } from './history';
import type { Limited, Normalized, Proposal } from './normalized';
import { conditionsOf, withinRange } from './normalized';
import { scaleDownLimit, scaleUpLimit } from './rateLimit';

/** Windows of both directions: a recommendation counts while it is younger than the window (strict). */
function stabilize({ scaleUp, scaleDown }: StoredBehavior, { now, current, raw, memory }: Proposal) {
  const upCutoff = now - scaleUp.stabilizationWindowSeconds;
  const downCutoff = now - (scaleDown.stabilizationWindowSeconds ?? defaultDownWindow);
  let up = raw;
  let down = raw;
  for (const { at, replicas } of memory.recommendations) {
    if (at > upCutoff && replicas < up) up = replicas;
    if (at > downCutoff && replicas > down) down = replicas;
  }
  const stabilized = Math.min(Math.max(current, up), down);
  return { stabilized, outdatedBefore: Math.min(upCutoff, downCutoff) };
}

/** horizontal.go convertDesiredReplicasWithBehaviorRate: `to` is what the windows left. */
function limit(
  autoscaler: Autoscaler,
  { scaleUp, scaleDown }: StoredBehavior,
  { now, current, memory }: Proposal,
  to: number,
): Limited {
  if (to > current) {
    const most = scaleUpLimit(scaleUp, current, memory, now);
    const reason = autoscaler.maxReplicas > most ? 'ScaleUpLimit' : 'TooManyReplicas';
    const desired = Math.min(autoscaler.maxReplicas, most);
    if (to > desired) return { desired, reason };
  } else if (to < current) {
    const least = scaleDownLimit(scaleDown, current, memory, now);
    const reason = autoscaler.minReplicas < least ? 'ScaleDownLimit' : 'TooFewReplicas';
    const desired = Math.max(autoscaler.minReplicas, least);
    if (to < desired) return { desired, reason };
  }
  return { desired: to, reason: withinRange };
}

/**
 * Windows, rate limits and bounds of an HPA with spec.behavior (kubernetes pkg/controller/podautoscaler/horizontal.go
 * normalizeDesiredReplicasWithBehaviors; contract 3.6, step 4a). What is remembered is the raw number.
 */
export function normalizeWithBehavior(
  autoscaler: Autoscaler,
  behavior: Behavior,
  proposal: Proposal,
): Normalized {
  const { now, current, raw, memory } = proposal;
  const stored = withDefaults(behavior);
  const { stabilized, outdatedBefore } = stabilize(stored, proposal);
  const limited = limit(autoscaler, stored, proposal, stabilized);
  const reason = raw >= current ? 'ScaleUpStabilized' : 'ScaleDownStabilized';
  const entry = { at: now, replicas: raw };
  return {
    desired: limited.desired,
    conditions: conditionsOf(raw, stabilized, reason, limited),
    recommendations: rememberRecommendation(memory.recommendations, entry, outdatedBefore),
  };
}
