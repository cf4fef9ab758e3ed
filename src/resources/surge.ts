import type { Deployment } from './deployment';

/**
 * Pods that a rolling update starts beside the old ones: maxSurge, rounded up where it is a percentage (Kubernetes
 * deployment util ResolveFenceposts); none when the strategy is Recreate.
 */
export function surgeOf({ spec }: Deployment): number {
  if (spec.strategy?.type === 'Recreate') return 0;
  const surge = spec.strategy?.rollingUpdate?.maxSurge ?? '25%';
  if (typeof surge === 'number') return surge;
  return Math.ceil(((spec.replicas ?? 1) * Number.parseFloat(surge)) / 100);
}
