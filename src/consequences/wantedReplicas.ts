import { replicasOf } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';
import type { AutoscalingPolicy } from '../policy/autoscalingPolicy';
import type { Autoscaler, MetricTarget, Observation } from '../simulator/autoscaler';
import { combineProposals, proposalOf } from '../simulator/proposal';
import type { ConsequenceFacts, TriggerProposal } from './consequence';

type Wanted = Extract<ConsequenceFacts, { code: 'wanted' | 'loadUnknown' }>;

/** KServe's default scale-down window, which is also the HPA's. */
const defaultWindow = 300;

/** Bounds of replicas; without a maximum KServe keeps the minimum. */
export type Bounds = Pick<AutoscalingPolicy, 'minReplicas' | 'maxReplicas'>;

/** Replicas once the bounds hold: those outside change at once. */
export function withinBounds(replicas: number, { minReplicas, maxReplicas }: Bounds): number {
  return Math.min(Math.max(replicas, minReplicas), maxReplicas ?? minReplicas);
}

/**
 * What the triggers would ask for with the load of now, by the HPA's own arithmetic. Undefined when the model has no
 * replicas or no trigger that could be calculated; loadUnknown when a load is missing, since the highest proposal wins.
 */
export function wantedReplicas(
  model: ServedModel,
  policy: AutoscalingPolicy,
  loads: readonly (number | undefined)[],
): Wanted | undefined {
  const { spec = 0, current = 0, ready = 0 } = replicasOf(model);
  const { triggers, minReplicas, maxReplicas = minReplicas } = policy;
  if (spec === 0 || current === 0 || triggers.length === 0) return undefined;
  if (triggers.some(({ threshold }) => !(threshold > 0))) return undefined;
  const unknown = triggers.flatMap((_trigger, index) => (loads[index] === undefined ? [index] : []));
  if (unknown.length > 0) return { code: 'loadUnknown', triggers: unknown };
  const metrics = triggers.map(({ threshold }, index) => {
    return { name: index.toString(), type: 'AverageValue' as const, threshold };
  });
  const autoscaler = { minReplicas, maxReplicas, metrics };
  const observation: Observation = {
    now: 0,
    specReplicas: spec,
    statusReplicas: current,
    readyReplicas: ready,
    readings: loads.map((value = 0) => ({ value })),
  };
  const combined = combineProposals(autoscaler, observation);
  if (combined === 'failed') return undefined;
  return {
    code: 'wanted',
    proposals: metrics.map((metric, trigger) => proposalFor(trigger, metric, autoscaler, observation)),
    winner: Number(combined.winner),
    ...outcomeOf(combined.replicas, spec, policy),
  };
}

function proposalFor(
  trigger: number,
  metric: MetricTarget,
  autoscaler: Autoscaler,
  observation: Observation,
): TriggerProposal {
  const reading = observation.readings[trigger];
  const load = reading !== undefined && 'value' in reading ? reading.value : 0;
  const { threshold } = metric;
  const wants = proposalOf(metric, load, autoscaler, observation) ?? 0;
  const plain = Math.ceil(Math.round(load * 1000) / Math.round(threshold * 1000));
  return { trigger, load, threshold, wants, withinTolerance: wants !== plain };
}

function outcomeOf(wants: number, spec: number, policy: AutoscalingPolicy) {
  const to = withinBounds(wants, policy);
  const from = withinBounds(spec, policy);
  const limitedTo = to < wants ? ('max' as const) : ('min' as const);
  return {
    from,
    to,
    ...(to === wants ? {} : { limitedTo }),
    ...(to < from ? { windowSeconds: policy.scaleDownWindowSeconds ?? defaultWindow } : {}),
  };
}
