import { pauseOf } from '../resources/pause';
import { parseQuantity } from '../resources/quantity';
import type { HorizontalPodAutoscaler } from '../resources/horizontalPodAutoscaler';
import type { ServedModel } from '../resources/servedModel';
import { prometheusHpaMetric } from '../resources/threshold';
import { httpDefaults, type HttpPolicy } from './httpPolicy';
import { httpPolicyPatch } from './httpPolicyPatch';

/** Whether the ScaledObject carries the policy, and KEDA's HPA too; a paused model has none (KEDA deletes it). */
export function carriesHttpPolicy(
  { scaledObject, kedaHpa, ...model }: ServedModel,
  wanted: HttpPolicy,
): boolean {
  if (scaledObject === undefined || httpPolicyPatch(scaledObject, wanted).length > 0) return false;
  if (kedaHpa === undefined) return pauseOf(scaledObject) !== undefined;
  const target = prometheusHpaMetric({ ...model, scaledObject, kedaHpa })?.external.target;
  const threshold = parseQuantity(target?.type === 'Value' ? target.value : target?.averageValue);
  return (
    (kedaHpa.spec.minReplicas ?? 1) === Math.max(1, wanted.minReplicas) &&
    kedaHpa.spec.maxReplicas === wanted.maxReplicas &&
    threshold === wanted.threshold &&
    hasWindows(kedaHpa, wanted)
  );
}

/** The cooldowns are KEDA's own: its HPA knows nothing of them. */
function hasWindows({ spec: { behavior } }: HorizontalPodAutoscaler, wanted: HttpPolicy): boolean {
  return (['scaleUp', 'scaleDown'] as const).every((direction) => {
    const counts = httpDefaults[`${direction}WindowSeconds`];
    const seconds = behavior?.[direction]?.stabilizationWindowSeconds ?? counts;
    return seconds === (wanted[`${direction}WindowSeconds`] ?? counts);
  });
}
