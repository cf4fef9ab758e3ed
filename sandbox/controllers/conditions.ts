import { findCondition } from '../../src/resources/conditions';
import type { Condition } from '../../src/resources/object';

/**
 * The conditions with `next` put in. As in Kubernetes, lastTransitionTime stays while the status does;
 * `now` is the RFC 3339 time of a change.
 */
export function withCondition(
  conditions: readonly Condition[] | undefined,
  next: Condition,
  now: string,
): Condition[] {
  const known = findCondition(conditions, next.type);
  const lastTransitionTime = known?.status === next.status ? (known.lastTransitionTime ?? now) : now;
  const fresh = { ...next, lastTransitionTime };
  if (known === undefined) return [...(conditions ?? []), fresh];
  return (conditions ?? []).map((condition) => (condition === known ? fresh : condition));
}
