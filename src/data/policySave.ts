import type { AutoscalingPolicy } from '../policy/autoscalingPolicy';
import { fixedPolicy } from '../policy/fixedReplicas';
import { policyPatch } from '../policy/policyPatch';
import type { PatchOperation } from '../policy/patchOperation';
import { inferenceServiceKind } from '../resources/kinds';
import { pauseOf, pausesOf } from '../resources/pause';
import type { ServedModel } from '../resources/servedModel';
import type { PolicySave } from './followThrough';
import { ownHpaPlace, ownScaledObjectPlace } from './ownObjects';

/** A save of a policy of KEDA's, by its patch. */
export function policySaveOf(
  model: ServedModel,
  policy: AutoscalingPolicy,
  patch: readonly PatchOperation[],
): PolicySave {
  const { key, namespace, name, scaledObject } = model;
  const remove = ownHpaPlace(model);
  return {
    key,
    namespace,
    name,
    policy,
    paused: scaledObject !== undefined && pauseOf(scaledObject) !== undefined,
    pauses: scaledObject === undefined ? {} : pausesOf(scaledObject),
    write: { kind: inferenceServiceKind, namespace, name, patch, seen: model.inferenceService },
    ...(remove && { remove }),
  };
}

/**
 * Ends the autoscaling at a number of replicas: the class becomes none first, then KServe's ScaledObject goes (the other
 * way round KServe would make it anew); KEDA takes its HPA with it and leaves the replicas as they are.
 */
export function fixedSaveOf(model: ServedModel, replicas: number): PolicySave {
  const { key, namespace, name, inferenceService } = model;
  const policy = fixedPolicy(inferenceService, replicas);
  const patch = policyPatch(inferenceService, policy);
  const remove = ownScaledObjectPlace(model);
  return {
    key,
    namespace,
    name,
    policy,
    paused: false,
    pauses: {},
    write: { kind: inferenceServiceKind, namespace, name, patch, seen: model.inferenceService },
    ...(remove && { remove }),
  };
}
