import type { Autoscaler, MetricTarget, Observation } from './autoscaler';

/** kube-controller-manager's flag default (--horizontal-pod-autoscaler-tolerance). */
const defaultTolerance = 0.1;
const mostReplicas = 2 ** 31 - 1;

/** What the metrics want together; `failed` when nothing may be done for want of readings. */
export type Combined = { replicas: number; winner: string } | 'failed';

function isWithinTolerance(ratio: number, autoscaler: Autoscaler): boolean {
  const down = autoscaler.behavior?.scaleDown?.tolerance ?? defaultTolerance;
  const up = autoscaler.behavior?.scaleUp?.tolerance ?? defaultTolerance;
  return 1 - down <= ratio && ratio <= 1 + up;
}

function roundUp(replicas: number): number {
  return Math.min(Math.ceil(replicas), mostReplicas);
}

/**
 * What one external metric wants, or undefined when it cannot be told: Value counts ready pods, so it needs a pod
 * (kubernetes pkg/controller/podautoscaler/replica_calculator.go, contract 3.6 step 1). Both numbers are taken in
 * thousandths, so that 0.3 / 0.1 is 3.
 */
export function proposalOf(
  metric: MetricTarget,
  value: number,
  autoscaler: Autoscaler,
  observation: Observation,
): number | undefined {
  const usage = Math.round(value * 1000);
  const target = Math.round(metric.threshold * 1000);
  // The API server refuses such an HPA; nothing can be told from it.
  if (target === 0) return undefined;
  if (metric.type === 'AverageValue') {
    const replicas = observation.statusReplicas;
    return isWithinTolerance(usage / (target * replicas), autoscaler) ? replicas : roundUp(usage / target);
  }
  const ratio = usage / target;
  if (isWithinTolerance(ratio, autoscaler)) return observation.specReplicas;
  return observation.statusReplicas === 0 ? undefined : roundUp(ratio * observation.readyReplicas);
}

/**
 * The largest proposal. Nothing may be done when all metrics fail, or when one fails and the others would scale down
 * (kubernetes pkg/controller/podautoscaler/horizontal.go computeReplicasForMetrics). A later metric wins a tie at 0.
 */
export function combineProposals(autoscaler: Autoscaler, observation: Observation): Combined {
  let replicas = 0;
  let winner = '';
  let failures = 0;
  for (const [index, metric] of autoscaler.metrics.entries()) {
    const reading = observation.readings[index];
    const proposal =
      reading && 'value' in reading ? proposalOf(metric, reading.value, autoscaler, observation) : undefined;
    if (proposal === undefined) {
      failures += 1;
    } else if (replicas === 0 || proposal > replicas) {
      replicas = proposal;
      winner = metric.name;
    }
  }
  const wouldScaleDown = replicas < observation.specReplicas;
  if (failures >= autoscaler.metrics.length || (failures > 0 && wouldScaleDown)) return 'failed';
  return { replicas, winner };
}
