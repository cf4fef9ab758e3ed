import type { MetricReading, MetricTarget } from './autoscaler';

/** spec.fallback of a ScaledObject; behavior absent means static. Formulas (scalingModifiers) are not modelled. */
export interface Fallback {
  failureThreshold: number;
  replicas: number;
  behavior?: 'static' | 'currentReplicas' | 'currentReplicasIfHigher' | 'currentReplicasIfLower';
}

/** What the fallback depends on: failures in a row before this reading, and the target's replicas. */
export interface FallbackState {
  failures: number;
  specReplicas: number;
  readyReplicas: number;
}

/** The reading to go on with, failures in a row now, and whether the fallback stands in. */
export interface FallbackResult {
  reading: MetricReading;
  failures: number;
  active: boolean;
}

function replicasOf({ behavior, replicas }: Fallback, current: number): number {
  switch (behavior) {
    case 'currentReplicas':
      return current;
    case 'currentReplicasIfHigher':
      return Math.max(current, replicas);
    case 'currentReplicasIfLower':
      return Math.min(current, replicas);
    default:
      return replicas;
  }
}

/**
 * A reading with KEDA's fallback applied: after more than failureThreshold failures in a row the metric is
 * threshold x replicas, for Value divided by the ready replicas, an error when there are none (KEDA
 * pkg/fallback/fallback.go). Failures are counted only where a fallback is configured; KEDA counts the readings of its
 * own loop and those for the HPA alike.
 */
export function withFallback(
  fallback: Fallback | undefined,
  metric: MetricTarget,
  reading: MetricReading,
  state: FallbackState,
): FallbackResult {
  if (!fallback || 'value' in reading) return { reading, failures: 0, active: false };
  const failures = state.failures + 1;
  if (failures <= fallback.failureThreshold) return { reading, failures, active: false };
  const isValue = metric.type === 'Value';
  if (isValue && state.readyReplicas === 0) {
    return { reading: { error: 'error performing fallback' }, failures, active: false };
  }
  const replicas = replicasOf(fallback, state.specReplicas) / (isValue ? state.readyReplicas : 1);
  // KEDA cuts the product off to thousandths.
  return {
    reading: { value: Math.trunc(metric.threshold * 1000 * replicas) / 1000 },
    failures,
    active: true,
  };
}
