import { readAutoscalingPolicy, samePolicy, type AutoscalingPolicy } from '../policy/autoscalingPolicy';
import { thresholdText } from '../policy/thresholdPatch';
import type { HorizontalPodAutoscalerBehavior } from '../resources/horizontalPodAutoscaler';
import { pauseOf } from '../resources/pause';
import { parseQuantity } from '../resources/quantity';
import { replicasOf } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';

/** The places that a policy goes through, in order; a paused model ends with its pause set again. */
export type Hop = 'inferenceService' | 'scaledObject' | 'pausedAgain' | 'hpa' | 'replicas' | 'serving';

/** What was saved. */
export interface SavedPolicy {
  policy: AutoscalingPolicy;
  /** The model was paused before and has to be so again. */
  paused: boolean;
}

/** The hops of a saved policy. */
export function hopsOf({ paused }: SavedPolicy): readonly Hop[] {
  return paused
    ? ['inferenceService', 'scaledObject', 'pausedAgain']
    : ['inferenceService', 'scaledObject', 'hpa', 'replicas', 'serving'];
}

/** Whether the objects, as they were read, have taken the policy over at this hop. */
export function hasArrived(hop: Hop, model: ServedModel, { policy }: SavedPolicy): boolean {
  switch (hop) {
    case 'inferenceService':
      return samePolicy(readAutoscalingPolicy(model.inferenceService), policy);
    case 'scaledObject':
      return scaledObjectCarries(model, policy);
    case 'pausedAgain':
      return model.scaledObject !== undefined && pauseOf(model.scaledObject)?.annotation !== undefined;
    case 'hpa':
      return hpaCarries(model, policy);
    case 'replicas':
      return withinBounds(model, policy);
    case 'serving': {
      const { spec, ready } = replicasOf(model);
      return spec !== undefined && ready !== undefined && ready >= spec && model.pendingPods.length === 0;
    }
  }
}

function scaledObjectCarries({ scaledObject }: ServedModel, policy: AutoscalingPolicy): boolean {
  if (scaledObject === undefined) return false;
  const { minReplicaCount, maxReplicaCount, triggers, advanced } = scaledObject.spec;
  const found = triggers.filter(({ type }) => type === 'prometheus').map(({ metadata }) => metadata);
  return (
    minReplicaCount === policy.minReplicas &&
    maxReplicaCount === policy.maxReplicas &&
    found.length === policy.triggers.length &&
    policy.triggers.every(({ query, serverAddress, threshold }, index) => {
      const carried = found[index];
      return (
        carried?.query === query &&
        carried.serverAddress === serverAddress &&
        parseQuantity(carried.threshold) === threshold
      );
    }) &&
    windowsCarried(advanced?.horizontalPodAutoscalerConfig?.behavior, policy)
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
  { minReplicas, maxReplicas = minReplicas }: AutoscalingPolicy,
): boolean {
  const { spec } = replicasOf(model);
  const wanted = model.kedaHpa?.status?.desiredReplicas;
  return spec !== undefined && spec >= minReplicas && spec <= maxReplicas && wanted === spec;
}
