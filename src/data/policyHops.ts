import { readAutoscalingPolicy, samePolicy, type AutoscalingPolicy } from '../policy/autoscalingPolicy';
import { thresholdText } from '../policy/thresholdPatch';
import type { PolicyTrigger } from '../policy/trigger';
import type { Deployment } from '../resources/deployment';
import type { HorizontalPodAutoscalerBehavior } from '../resources/horizontalPodAutoscaler';
import { isOwnedBy } from '../resources/owner';
import { ownHpaOf } from '../resources/ownHpa';
import { pauseOf, pausesOf } from '../resources/pause';
import { parseQuantity } from '../resources/quantity';
import { replicasOf } from '../resources/replicas';
import type { ScaledObject, Trigger } from '../resources/scaledObject';
import type { ServedModel } from '../resources/servedModel';

/** The places that a policy goes through, in order; a paused model ends with its pause set again. */
export type Hop =
  | 'inferenceService'
  | 'scaledObject'
  | 'pausedAgain'
  | 'hpa'
  /** KEDA's objects are gone: the model is not autoscaled any more. */
  | 'removed'
  | 'replicas'
  | 'serving';

/** What was saved. */
export interface SavedPolicy {
  policy: AutoscalingPolicy;
  /** The model was paused as a whole before: nothing after the ScaledObject follows. */
  paused: boolean;
  /** The pausing annotations that it had, also those of one direction, and that have to be there again. */
  pauses?: Readonly<Record<string, string>>;
}

/** The hops of a saved policy. */
export function hopsOf({ policy, paused, pauses }: SavedPolicy): readonly Hop[] {
  if (policy.mode === 'none') return ['inferenceService', 'removed', 'replicas', 'serving'];
  const again = pauses === undefined ? paused : Object.keys(pauses).length > 0;
  return [
    'inferenceService',
    'scaledObject',
    ...(again ? (['pausedAgain'] as const) : []),
    ...(paused ? [] : (['hpa', 'replicas', 'serving'] as const)),
  ];
}

/** Whether the objects, as they were read, have taken the policy over at this hop. */
export function hasArrived(hop: Hop, model: ServedModel, { policy, pauses }: SavedPolicy): boolean {
  switch (hop) {
    case 'inferenceService':
      return samePolicy(readAutoscalingPolicy(model.inferenceService), policy);
    case 'scaledObject':
      return scaledObjectCarries(model, policy);
    case 'pausedAgain':
      return model.scaledObject !== undefined && isPausedAs(model.scaledObject, pauses);
    case 'removed':
      return isRemoved(model);
    case 'hpa':
      return hpaCarries(model, policy);
    case 'replicas':
      return withinBounds(model, policy);
    case 'serving':
      return isServing(model);
  }
}

function scaledObjectCarries({ scaledObject }: ServedModel, policy: AutoscalingPolicy): boolean {
  if (scaledObject === undefined) return false;
  const { minReplicaCount, maxReplicaCount, triggers, advanced } = scaledObject.spec;
  const found = triggers.filter(({ type }) => type === 'prometheus');
  return (
    minReplicaCount === policy.minReplicas &&
    maxReplicaCount === policy.maxReplicas &&
    found.length === policy.triggers.length &&
    policy.triggers.every((trigger, index) => isCarriedBy(found[index], trigger)) &&
    windowsCarried(advanced?.horizontalPodAutoscalerConfig?.behavior, policy)
  );
}

/** Whether a trigger is what KServe makes of a metric (keda_reconciler.go). */
function isCarriedBy(carried: Trigger | undefined, trigger: PolicyTrigger): boolean {
  const { query, serverAddress, threshold, namespace, authentication } = trigger;
  const { metadata, authenticationRef } = carried ?? {};
  const pairs = [
    [metadata?.query, query],
    [metadata?.serverAddress, serverAddress],
    [metadata?.namespace, namespace],
    [metadata?.authModes, authentication?.modes],
    [authenticationRef?.name, authentication?.name],
  ];
  return (
    parseQuantity(metadata?.threshold) === threshold && pairs.every(([found, wanted]) => found === wanted)
  );
}

/** Without annotations to compare with, any that pauses as a whole will do. */
function isPausedAs(scaledObject: ScaledObject, pauses: SavedPolicy['pauses']): boolean {
  if (pauses === undefined) return pauseOf(scaledObject)?.annotation !== undefined;
  const found = pausesOf(scaledObject);
  return Object.entries(pauses).every(([key, value]) => found[key] === value);
}

/** Nothing of KServe's or KEDA's scales the model; what somebody else has made may still do so. */
function isRemoved(model: ServedModel): boolean {
  const { scaledObject, kedaHpa } = model;
  if (ownHpaOf(model) !== undefined || hasOwnScaledObject(model)) return false;
  return scaledObject !== undefined || kedaHpa === undefined;
}

function hasOwnScaledObject({ inferenceService, scaledObject }: ServedModel): boolean {
  return scaledObject !== undefined && isOwnedBy(scaledObject, inferenceService);
}

/** Whether an object of KServe's is there that has to go after the policy was written, and that nobody else removes. */
export function hasLeftover(model: ServedModel, { policy }: SavedPolicy): boolean {
  return policy.mode === 'none' ? hasOwnScaledObject(model) : ownHpaOf(model) !== undefined;
}

function isServing(model: ServedModel): boolean {
  const { spec, ready } = replicasOf(model);
  const all = spec !== undefined && ready !== undefined && ready >= spec;
  return all && model.pendingPods.length === 0 && isRolledOut(model.deployment);
}

/** No pod of an older template is left (kubectl rollout status, deployment): the old ones serve while new ones load. */
function isRolledOut(deployment: Deployment | undefined): boolean {
  const { metadata, status } = deployment ?? {};
  return (
    (status?.observedGeneration ?? 0) >= (metadata?.generation ?? 0) &&
    (status?.updatedReplicas ?? 0) === (status?.replicas ?? 0)
  );
}

/** Windows that are not set may be anything. */
function windowsCarried(
  behavior: HorizontalPodAutoscalerBehavior | undefined,
  { scaleUpWindowSeconds: up, scaleDownWindowSeconds: down }: AutoscalingPolicy,
): boolean {
  return (
    (up === undefined || behavior?.scaleUp?.stabilizationWindowSeconds === up) &&
    (down === undefined || behavior?.scaleDown?.stabilizationWindowSeconds === down)
  );
}

function hpaCarries({ kedaHpa }: ServedModel, policy: AutoscalingPolicy): boolean {
  if (kedaHpa === undefined) return false;
  const { minReplicas = 1, maxReplicas, metrics = [], behavior } = kedaHpa.spec;
  const thresholds = metrics
    .flatMap((metric) => (metric.type === 'External' ? [metric.external.target] : []))
    .map(({ averageValue, value }) => parseQuantity(averageValue ?? value));
  return (
    minReplicas === Math.max(1, policy.minReplicas) &&
    maxReplicas === policy.maxReplicas &&
    policy.triggers.every(({ threshold }) => thresholds.includes(Number(thresholdText(threshold)))) &&
    windowsCarried(behavior, policy)
  );
}

/** The HPA has looked at the model since: the Deployment has what it wants, and that lies within the bounds. */
function withinBounds(
  model: ServedModel,
  { mode, minReplicas, maxReplicas = minReplicas }: AutoscalingPolicy,
): boolean {
  const { spec } = replicasOf(model);
  if (mode === 'none') return spec === minReplicas;
  const wanted = model.kedaHpa?.status?.desiredReplicas;
  return spec !== undefined && spec >= minReplicas && spec <= maxReplicas && wanted === spec;
}
