import type { AutoscalerMemory, ScaleEvent, ScalingPolicy } from './autoscaler';
import type { StoredRules } from './behaviorDefaults';

function changedWithin(periodSeconds: number, events: readonly ScaleEvent[], now: number): number {
  let sum = 0;
  for (const event of events) if (event.at > now - periodSeconds) sum += event.change;
  return sum;
}

/** Replicas at the start of the policy's period: what the scale events of the period changed is taken back. */
function startOf(policy: ScalingPolicy, current: number, memory: AutoscalerMemory, now: number): number {
  const added = changedWithin(policy.periodSeconds, memory.scaleUps, now);
  const removed = changedWithin(policy.periodSeconds, memory.scaleDowns, now);
  return current - added + removed;
}

/**
 * The most replicas that the scale-up policies allow now, never below `current`: Pods add, Percent rounds up; Max takes
 * the widest policy, Min the narrowest (horizontal.go calculateScaleUpLimitWithScalingRules).
 */
export function scaleUpLimit(
  rules: StoredRules,
  current: number,
  memory: AutoscalerMemory,
  now: number,
): number {
  if (rules.selectPolicy === 'Disabled') return current;
  const limits = rules.policies.map((policy) => {
    const start = startOf(policy, current, memory, now);
    return policy.type === 'Pods' ? start + policy.value : Math.ceil(start * (1 + policy.value / 100));
  });
  const limit = rules.selectPolicy === 'Min' ? Math.min(...limits) : Math.max(...limits);
  return Math.max(limit, current);
}

/**
 * The fewest replicas that the scale-down policies allow now, never above `current`: Pods subtract, Percent is cut off
 * to a whole number (horizontal.go calculateScaleDownLimitWithBehaviors).
 */
export function scaleDownLimit(
  rules: StoredRules,
  current: number,
  memory: AutoscalerMemory,
  now: number,
): number {
  if (rules.selectPolicy === 'Disabled') return current;
  const limits = rules.policies.map((policy) => {
    const start = startOf(policy, current, memory, now);
    return policy.type === 'Pods' ? start - policy.value : Math.trunc(start * (1 - policy.value / 100));
  });
  const limit = rules.selectPolicy === 'Min' ? Math.max(...limits) : Math.min(...limits);
  return Math.min(limit, current);
}
