import type { ScaleTarget } from './kedaTick';
import type { ScaledObjectData } from './scaledObjectData';
import { isAnnotationOn } from './scaledObjectData';

/** KEDA's defaults, seconds (pkg/scaling/executor/scale_executor.go). */
const defaultCooldown = 300;
const defaultInitialCooldown = 0;

/** A paused-replicas annotation that is no whole number pauses without scaling: KEDA stops there with an error. */
function pausesOf(scaledObject: ScaledObjectData): Pick<ScaleTarget, 'paused' | 'pausedReplicas'> {
  const text = scaledObject.metadata?.annotations?.['autoscaling.keda.sh/paused-replicas'];
  if (text === undefined) return { paused: isAnnotationOn(scaledObject, 'paused') };
  return { paused: true, ...(/^[+-]?\d+$/.test(text) && { pausedReplicas: Number(text) }) };
}

function createdAt({ metadata }: ScaledObjectData): number {
  return metadata?.creationTimestamp === undefined ? 0 : Date.parse(metadata.creationTimestamp) / 1000;
}

/**
 * What KEDA's own loop reads of a ScaledObject, with defaults; times in seconds. Without a creation time the object
 * counts as made at 0.
 */
export function scaleTargetOf(scaledObject: ScaledObjectData): ScaleTarget {
  const { spec } = scaledObject;
  return {
    minReplicas: spec.minReplicaCount ?? 0,
    maxReplicas: spec.maxReplicaCount ?? 100,
    ...(spec.idleReplicaCount !== undefined && { idleReplicas: spec.idleReplicaCount }),
    cooldownSeconds: spec.cooldownPeriod ?? defaultCooldown,
    initialCooldownSeconds: spec.initialCooldownPeriod ?? defaultInitialCooldown,
    createdAt: createdAt(scaledObject),
    ...pausesOf(scaledObject),
    forceActivation: isAnnotationOn(scaledObject, 'force-activation'),
    pausedScaleIn: isAnnotationOn(scaledObject, 'paused-scale-in'),
    pausedScaleOut: isAnnotationOn(scaledObject, 'paused-scale-out'),
    hasFallback: spec.fallback !== undefined,
    ...(spec.fallback && { fallbackReplicas: spec.fallback.replicas }),
  };
}
