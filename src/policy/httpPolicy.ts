import { known } from '../resources/known';
import { parseQuantity } from '../resources/quantity';
import type { ScaledObject } from '../resources/scaledObject';
import { secondsProblem, type PolicyIssue } from './policyProblems';
import { replicaProblem, thresholdProblem } from './validate';

/**
 * What is edited of a model that requests wake: it lies in its own ScaledObject. KServe does not look at the bounds of
 * the InferenceService there (class external), so that these stay as they are. Absent seconds are not set: a default
 * counts.
 */
export interface HttpPolicy {
  /** 0 lets it sleep. */
  minReplicas: number;
  maxReplicas: number;
  /** Of the first Prometheus trigger; absent: there is none, and only the requests in flight count. */
  threshold?: number;
  /** From the last request until the last replica goes. */
  cooldownSeconds?: number;
  /** The same from the creation of the ScaledObject, while no request has come yet. */
  initialCooldownSeconds?: number;
  scaleUpWindowSeconds?: number;
  scaleDownWindowSeconds?: number;
}

/**
 * What counts where nothing is set: KEDA's defaults (apis/keda/v1alpha1/scaledobject_types.go), and for the windows those
 * of the HPA (kubernetes pkg/apis/autoscaling/v2/defaults.go).
 */
export const httpDefaults = {
  minReplicas: 0,
  maxReplicas: 100,
  cooldownSeconds: 300,
  initialCooldownSeconds: 0,
  scaleUpWindowSeconds: 0,
  scaleDownWindowSeconds: 300,
} as const;

/** The place of the first Prometheus trigger; -1: there is none. */
export const httpTriggerIndex = ({ spec }: ScaledObject): number =>
  spec.triggers.findIndex(({ type }) => type === 'prometheus');

/** The policy as the ScaledObject has it. NaN: a threshold that cannot be read. */
export function readHttpPolicy(scaledObject: ScaledObject): HttpPolicy {
  const { minReplicaCount, maxReplicaCount, triggers, advanced, ...spec } = scaledObject.spec;
  const trigger = triggers[httpTriggerIndex(scaledObject)];
  const { scaleUp, scaleDown } = advanced?.horizontalPodAutoscalerConfig?.behavior ?? {};
  return known({
    minReplicas: minReplicaCount ?? httpDefaults.minReplicas,
    maxReplicas: maxReplicaCount ?? httpDefaults.maxReplicas,
    threshold: trigger && (parseQuantity(trigger.metadata.threshold) ?? NaN),
    cooldownSeconds: spec.cooldownPeriod,
    initialCooldownSeconds: spec.initialCooldownPeriod,
    scaleUpWindowSeconds: scaleUp?.stabilizationWindowSeconds,
    scaleDownWindowSeconds: scaleDown?.stabilizationWindowSeconds,
  });
}

/** What is wrong with one value. */
export interface HttpIssue extends Pick<PolicyIssue, 'code' | 'limit'> {
  field: keyof HttpPolicy;
}

/** Seconds of KEDA are an int32. */
const longestCooldown = 2 ** 31 - 1;

/** What stands against saving it; empty when nothing does. Here 0 is a minimum: requests wake the model. */
export function httpPolicyProblems(policy: HttpPolicy): HttpIssue[] {
  const { minReplicas, maxReplicas, threshold } = policy;
  const bounds = [
    replicaProblem('minReplicas', minReplicas, 0),
    replicaProblem('maxReplicas', maxReplicas),
  ].filter((problem) => problem !== undefined);
  const crossed: HttpIssue[] =
    bounds.length === 0 && maxReplicas < minReplicas
      ? [{ code: 'maxBelowMin', field: 'maxReplicas', limit: minReplicas }]
      : [];
  const trigger = threshold === undefined ? undefined : thresholdProblem(threshold);
  return [
    ...bounds,
    ...crossed,
    ...(trigger === undefined ? [] : [trigger]),
    ...secondsIssues(policy, 'cooldownSeconds', longestCooldown),
    ...secondsIssues(policy, 'initialCooldownSeconds', longestCooldown),
    ...secondsIssues(policy, 'scaleUpWindowSeconds'),
    ...secondsIssues(policy, 'scaleDownWindowSeconds'),
  ];
}

function secondsIssues(policy: HttpPolicy, field: keyof HttpPolicy, longest?: number): HttpIssue[] {
  const problem = secondsProblem(policy[field], longest);
  return problem === undefined ? [] : [{ ...problem, field }];
}

/** Whether another object makes the ScaledObject, and would write it back: the HTTPScaledObject of an older add-on. */
export function makerOf({ metadata }: ScaledObject): string | undefined {
  return metadata.ownerReferences?.find(({ kind }) => kind === 'HTTPScaledObject')?.name;
}
