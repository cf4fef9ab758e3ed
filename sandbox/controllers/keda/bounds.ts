import type { ScaledObject } from '../../../src/resources/scaledObject';

const defaultMax = 100;

/** What is wrong with the replica bounds, in KEDA's words (scaledobject_types.go); undefined when nothing is. */
export function boundsError({
  idleReplicaCount,
  minReplicaCount,
  maxReplicaCount = defaultMax,
}: Pick<ScaledObject['spec'], 'idleReplicaCount' | 'minReplicaCount' | 'maxReplicaCount'>):
  string | undefined {
  // A minimum that is given counts as the HPA's, which is at least 1, also where KEDA itself goes to 0.
  const min = minReplicaCount === undefined ? 0 : Math.max(1, minReplicaCount);
  if (min > maxReplicaCount)
    return `MinReplicaCount=${String(min)} must be less than MaxReplicaCount=${String(maxReplicaCount)}`;
  if (idleReplicaCount !== undefined && idleReplicaCount >= min)
    return `IdleReplicaCount=${String(idleReplicaCount)} must be less than MinReplicaCount=${String(min)}`;
  return undefined;
}
