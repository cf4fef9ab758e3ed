import { readAutoscalingPolicy, samePolicy } from '../../../policy/autoscalingPolicy';
import type { AutoscalingPolicy } from '../../../policy/autoscalingPolicy';
import { httpPolicyProblems, makerOf, readHttpPolicy } from '../../../policy/httpPolicy';
import type { HttpPolicy } from '../../../policy/httpPolicy';
import { httpPolicyPatch } from '../../../policy/httpPolicyPatch';
import { policyProblems } from '../../../policy/policyProblems';
import type { ScaledObject } from '../../../resources/scaledObject';
import { isScaledByHttp } from '../../../resources/scaleToZero';
import type { ServedModel } from '../../../resources/servedModel';

/** Bounds for several models; an absent one stays as each model has it. */
export interface BulkBounds {
  minReplicas?: number;
  maxReplicas?: number;
}

/** Why a model cannot take the bounds. */
export type BoundsObstacle = 'sameBounds' | 'boundsCross' | 'neverWakes' | 'policyProblem' | 'madeByAddOn';

/** The policy of a model with the new bounds. */
export function policyWith({ inferenceService }: ServedModel, bounds: BulkBounds): AutoscalingPolicy {
  return { ...readAutoscalingPolicy(inferenceService), ...bounds };
}

/** The same of a model that requests wake. */
export function httpPolicyWith(scaledObject: ScaledObject, bounds: BulkBounds): HttpPolicy {
  return { ...readHttpPolicy(scaledObject), ...bounds };
}

/** The ScaledObject that holds the bounds; undefined where the InferenceService does. */
export function ownScaler(model: ServedModel): ScaledObject | undefined {
  return isScaledByHttp(model) ? model.scaledObject : undefined;
}

/** What stands against the bounds of a model; undefined when nothing does. */
export function boundsObstacle(model: ServedModel, bounds: BulkBounds): BoundsObstacle | undefined {
  const own = ownScaler(model);
  if (own !== undefined) return httpObstacle(own, bounds);
  const { inferenceService } = model;
  const policy = policyWith(model, bounds);
  if (samePolicy(policy, readAutoscalingPolicy(inferenceService))) return 'sameBounds';
  if (bounds.minReplicas === 0) return 'neverWakes';
  return obstacleIn(policyProblems(policy, inferenceService));
}

function httpObstacle(scaledObject: ScaledObject, bounds: BulkBounds): BoundsObstacle | undefined {
  const policy = httpPolicyWith(scaledObject, bounds);
  if (httpPolicyPatch(scaledObject, policy).length === 0) return 'sameBounds';
  return makerOf(scaledObject) === undefined ? obstacleIn(httpPolicyProblems(policy)) : 'madeByAddOn';
}

/** The patch would carry a policy's other mistakes along, so a model with one is left out. */
function obstacleIn(problems: readonly { code: string }[]): BoundsObstacle | undefined {
  if (problems.some(({ code }) => code === 'maxBelowMin')) return 'boundsCross';
  return problems.length > 0 ? 'policyProblem' : undefined;
}
