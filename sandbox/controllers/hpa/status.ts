import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import type { Condition } from '../../../src/resources/object';
import type { HpaCondition } from '../../../src/simulator/autoscaler';
import { conditionsAfterRescale } from '../../../src/simulator/syncAutoscaler';
import { withCondition } from '../conditions';
import { timestamp } from '../timestamp';
import type { Spoken } from './words';
import { firstError, messageFor } from './words';

/** The status as kube-controller-manager writes it: no metrics are null, not an absent field. */
export type HpaStatus = Omit<NonNullable<HorizontalPodAutoscaler['status']>, 'currentMetrics'> & {
  currentMetrics: readonly Record<string, unknown>[] | null;
};

/** Whether the sync ended without a number: then the HPA keeps what it wanted before. */
export function gaveUp({ decision }: Spoken): boolean {
  const { status, reason = '' } = decision.conditions.ScalingActive ?? {};
  return status === 'False' && reason !== 'ScalingDisabled';
}

/** The simulator calls every metric's failure FailedGetExternalMetric; the condition names the source that failed. */
function reasonOf({ reason }: HpaCondition, spoken: Spoken): string {
  return reason === 'FailedGetExternalMetric' ? (firstError(spoken.results)?.reason ?? reason) : reason;
}

/** The status of an HPA after a sync; `current` is the target's spec.replicas before it. `now` is in milliseconds. */
export function hpaStatus(
  hpa: HorizontalPodAutoscaler,
  spoken: Spoken,
  current: number,
  now: number,
): HpaStatus {
  const { decision, results } = spoken;
  const time = timestamp(now);
  const conditions = Object.entries(conditionsAfterRescale(decision, current)).reduce<Condition[]>(
    (all, [type, condition]: [string, HpaCondition]) => {
      const reason = reasonOf(condition, spoken);
      const next = { type, status: condition.status, reason, message: messageFor(reason, spoken) };
      return withCondition(all, next, time);
    },
    hpa.status?.conditions ?? [],
  );
  const metrics = results.flatMap((result) => (result.current === undefined ? [] : [result.current]));
  const known = hpa.status?.lastScaleTime;
  const lastScaleTime = decision.desired === current ? known : time;
  const lastScale = lastScaleTime === undefined ? {} : { lastScaleTime };
  const disabled = decision.conditions.ScalingActive?.reason === 'ScalingDisabled';
  const wanted = disabled ? 0 : decision.desired;
  return {
    currentReplicas: current,
    desiredReplicas: gaveUp(spoken) ? (hpa.status?.desiredReplicas ?? 0) : wanted,
    currentMetrics: metrics.length === 0 ? null : metrics,
    conditions,
    ...lastScale,
  };
}
