import type { Autoscaler } from './autoscaler';
import { defaultDownWindow } from './behaviorDefaults';
import { rememberRecommendation } from './history';
import type { Limited, Normalized, Proposal } from './normalized';
import { conditionsOf, withinRange } from './normalized';

/** At most double, but 4 at once is always allowed (horizontal.go convertDesiredReplicasWithRules). */
function limit({ minReplicas, maxReplicas }: Autoscaler, current: number, stabilized: number): Limited {
  const growth = Math.max(2 * current, 4);
  const most = Math.min(maxReplicas, growth);
  if (stabilized < minReplicas) return { desired: minReplicas, reason: 'TooFewReplicas' };
  if (stabilized <= most) return { desired: stabilized, reason: withinRange };
  return { desired: most, reason: maxReplicas > growth ? 'ScaleUpLimit' : 'TooManyReplicas' };
}

/**
 * Window, growth limit and bounds of an HPA without spec.behavior (kubernetes pkg/controller/podautoscaler/horizontal.go
 * normalizeDesiredReplicas; contract 3.6, step 4b). Here a recommendation at the window's edge still counts.
 */
export function normalizeWithoutBehavior(autoscaler: Autoscaler, proposal: Proposal): Normalized {
  const { now, current, raw, memory } = proposal;
  const cutoff = now - defaultDownWindow;
  let stabilized = raw;
  for (const { at, replicas } of memory.recommendations) {
    if (at >= cutoff && replicas > stabilized) stabilized = replicas;
  }
  const limited = limit(autoscaler, current, stabilized);
  const entry = { at: now, replicas: raw };
  return {
    desired: limited.desired,
    conditions: conditionsOf(raw, stabilized, 'ScaleDownStabilized', limited),
    recommendations: rememberRecommendation(memory.recommendations, entry, cutoff),
  };
}
