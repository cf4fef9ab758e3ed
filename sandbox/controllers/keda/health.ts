import type { ScaledObject } from '../../../src/resources/scaledObject';
import type { MetricReading, MetricTarget } from '../../../src/simulator/autoscaler';
import type { Fallback, FallbackState } from '../../../src/simulator/fallback';
import { withFallback } from '../../../src/simulator/fallback';

/** Failures in a row of each metric of one ScaledObject, and which metrics stand on their fallback. */
export interface Health {
  failures: Map<string, number>;
  fallbacks: Set<string>;
  /** Whether the HPA has asked for a metric since the start: KEDA knows of no fallback before. */
  asked: boolean;
}

export function newHealth(): Health {
  return { failures: new Map(), fallbacks: new Set(), asked: false };
}

const behaviors = ['static', 'currentReplicas', 'currentReplicasIfHigher', 'currentReplicasIfLower'] as const;

function fallbackOf({ spec }: ScaledObject): Fallback | undefined {
  if (spec.fallback === undefined) return undefined;
  const { failureThreshold, replicas, behavior } = spec.fallback;
  const known = behaviors.find((one) => one === behavior);
  return { failureThreshold, replicas, ...(known === undefined ? {} : { behavior: known }) };
}

/** Counts the reading and returns what KEDA goes on with: the reading, or the fallback's value. */
export function withHealth(
  health: Health,
  scaledObject: ScaledObject,
  metric: MetricTarget,
  reading: MetricReading,
  replicas: Omit<FallbackState, 'failures'>,
): MetricReading {
  const state = { ...replicas, failures: health.failures.get(metric.name) ?? 0 };
  const result = withFallback(fallbackOf(scaledObject), metric, reading, state);
  health.failures.set(metric.name, result.failures);
  if (result.active) health.fallbacks.add(metric.name);
  else health.fallbacks.delete(metric.name);
  return result.reading;
}

/** status.health, which KEDA keeps only where a fallback is configured. */
export function healthStatus(
  health: Health,
  { spec }: ScaledObject,
): Record<string, { numberOfFailures: number; status: string }> | undefined {
  if (spec.fallback === undefined) return undefined;
  const entries = [...health.failures].map(([name, count]) => {
    const status = count === 0 ? 'Happy' : 'Failing';
    return [name, { numberOfFailures: count, status }] as const;
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
