import type {
  Autoscaler,
  AutoscalerMemory,
  Decision,
  HpaCondition,
  HpaConditions,
  Observation,
  RescaleReason,
} from './autoscaler';
import { rememberChange } from './history';
import { normalizeWithBehavior } from './normalizeWithBehavior';
import { normalizeWithoutBehavior } from './normalizeWithoutBehavior';
import { combineProposals } from './proposal';

const gotScale: HpaCondition = { status: 'True', reason: 'SucceededGetScale' };
const foundMetric: HpaCondition = { status: 'True', reason: 'ValidMetricFound' };

/** A new HPA starts with the present number as its first recommendation (horizontal.go recordInitialRecommendation). */
function firstMemory({ now, specReplicas }: Observation): AutoscalerMemory {
  return { recommendations: [{ at: now, replicas: specReplicas }], scaleUps: [], scaleDowns: [] };
}

function unchanged(observation: Observation, memory: AutoscalerMemory, inactive: string): Decision {
  const conditions: HpaConditions = {
    AbleToScale: gotScale,
    ScalingActive: { status: 'False', reason: inactive },
  };
  return { desired: observation.specReplicas, conditions, memory };
}

/** Back within the bounds, past windows and limits; ScalingActive and ScalingLimited stay as they were. */
function corrected(
  autoscaler: Autoscaler,
  observation: Observation,
  memory: AutoscalerMemory,
  to: number,
  rescaleReason: RescaleReason,
): Decision {
  const change = { at: observation.now, from: observation.specReplicas, to };
  return {
    desired: to,
    rescaleReason,
    conditions: { AbleToScale: gotScale },
    memory: rememberChange(memory, autoscaler.behavior, change),
  };
}

function rescaleReasonOf(raw: number, current: number): RescaleReason | undefined {
  if (raw === current) return undefined;
  return raw > current ? 'AboveTarget' : 'BelowTarget';
}

function fromMetrics(autoscaler: Autoscaler, observation: Observation, memory: AutoscalerMemory): Decision {
  const { now, specReplicas: current } = observation;
  if (observation.ambiguousSelector) return unchanged(observation, memory, 'AmbiguousSelector');
  const combined = combineProposals(autoscaler, observation);
  if (combined === 'failed') return unchanged(observation, memory, 'FailedGetExternalMetric');
  const { replicas: raw, winner } = combined;
  const proposal = { now, current, raw, memory };
  const { desired, conditions, recommendations } = autoscaler.behavior
    ? normalizeWithBehavior(autoscaler, autoscaler.behavior, proposal)
    : normalizeWithoutBehavior(autoscaler, proposal);
  const change = { at: now, from: current, to: desired };
  const rescaleReason = desired === current ? undefined : rescaleReasonOf(raw, current);
  const { AbleToScale, ScalingLimited } = conditions;
  const { scaleUps, scaleDowns } = memory;
  const decision: Decision = {
    desired,
    raw,
    winner,
    conditions: { AbleToScale, ScalingActive: foundMetric, ScalingLimited },
    memory: rememberChange({ recommendations, scaleUps, scaleDowns }, autoscaler.behavior, change),
  };
  if (rescaleReason) decision.rescaleReason = rescaleReason;
  return decision;
}

/**
 * One sync of one HPA, as kube-controller-manager does it (kubernetes pkg/controller/podautoscaler/horizontal.go
 * reconcileAutoscaler; contract 3.6). `memory` undefined: the HPA is seen for the first time. A reading that is missing
 * counts as failed. The caller writes `desired` to spec.replicas and hands `memory` to the next sync.
 */
export function syncAutoscaler(
  autoscaler: Autoscaler,
  memory: AutoscalerMemory | undefined,
  observation: Observation,
): Decision {
  const known = memory ?? firstMemory(observation);
  const { specReplicas } = observation;
  const { minReplicas, maxReplicas } = autoscaler;
  if (specReplicas === 0) return unchanged(observation, known, 'ScalingDisabled');
  if (specReplicas > maxReplicas) {
    return corrected(autoscaler, observation, known, maxReplicas, 'CurrentAboveMax');
  }
  if (specReplicas < minReplicas) {
    return corrected(autoscaler, observation, known, minReplicas, 'CurrentBelowMin');
  }
  return fromMetrics(autoscaler, observation, known);
}

/**
 * The conditions that the HPA shows once the sync is over: a change that was written gives AbleToScale the reason
 * SucceededRescale (horizontal.go). `specReplicas` is the number before the sync.
 */
export function conditionsAfterRescale(decision: Decision, specReplicas: number): HpaConditions {
  if (decision.desired === specReplicas) return decision.conditions;
  return { ...decision.conditions, AbleToScale: { status: 'True', reason: 'SucceededRescale' } };
}
