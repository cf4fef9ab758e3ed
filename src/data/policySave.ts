import type { AutoscalingPolicy } from '../policy/autoscalingPolicy';
import type { PatchOperation } from '../policy/patchOperation';
import { horizontalPodAutoscalerKind, inferenceServiceKind } from '../resources/kinds';
import { isOwnedBy } from '../resources/owner';
import { pauseOf } from '../resources/pause';
import type { ServedModel } from '../resources/servedModel';
import type { ObjectPlace } from './change';
import type { PolicySave } from './followThrough';

/** KServe's own HPA, which has to go once KEDA scales the model: nobody else removes it, and KEDA does not tolerate it. */
export function ownHpaPlace({ inferenceService, kserveHpa }: ServedModel): ObjectPlace | undefined {
  if (kserveHpa === undefined || !isOwnedBy(kserveHpa, inferenceService)) return undefined;
  const { namespace = '', name } = kserveHpa.metadata;
  return { kind: horizontalPodAutoscalerKind, namespace, name };
}

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
    write: { kind: inferenceServiceKind, namespace, name, patch },
    ...(remove && { remove }),
  };
}
