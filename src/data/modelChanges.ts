import { enablePatch } from '../policy/enablePatch';
import { leftoverHpa } from '../policy/leftoverHpa';
import type { PatchOperation } from '../policy/patchOperation';
import { pausePatch, resumePatch } from '../policy/pausePatch';
import type { PolicyValues } from '../policy/policy';
import { horizontalPodAutoscalerKind, inferenceServiceKind, scaledObjectKind } from '../resources/kinds';
import type { HorizontalPodAutoscaler } from '../resources/horizontalPodAutoscaler';
import { isOwnedBy } from '../resources/owner';
import type { ScaledObject } from '../resources/scaledObject';
import type { ServedModel } from '../resources/servedModel';
import { carriesValues, isAtRest, isAtWork } from './arrival';
import type { Change, ObjectPlace, Write } from './change';

function writeModel({ namespace, name }: ServedModel, patch: readonly PatchOperation[]): Write {
  return { kind: inferenceServiceKind, namespace, name, patch };
}

function writeScaledObject({ metadata }: ScaledObject, patch: readonly PatchOperation[]): Write {
  return { kind: scaledObjectKind, namespace: metadata.namespace ?? '', name: metadata.name, patch };
}

function placeOf({ metadata }: HorizontalPodAutoscaler): ObjectPlace {
  return { kind: horizontalPodAutoscalerKind, namespace: metadata.namespace ?? '', name: metadata.name };
}

/** KServe's own HPA, which the change of the class leaves behind and KEDA does not tolerate; another's stays. */
function ownHpa({ inferenceService, kserveHpa }: ServedModel): HorizontalPodAutoscaler | undefined {
  return kserveHpa !== undefined && isOwnedBy(kserveHpa, inferenceService) ? kserveHpa : undefined;
}

/** Hands the scaling to KEDA; restarts the pods. */
export function turnOnChange(model: ServedModel, values: PolicyValues): Change {
  const hpa = ownHpa(model);
  return {
    write: writeModel(model, enablePatch(model.inferenceService, values)),
    ...(hpa === undefined ? {} : { remove: placeOf(hpa) }),
    arrived: (now) => carriesValues(now, values),
  };
}

/** Stops the scaling at the replicas of now; undefined without a ScaledObject. */
export function pauseChange({ scaledObject }: ServedModel): Change | undefined {
  return (
    scaledObject && { write: writeScaledObject(scaledObject, pausePatch(scaledObject)), arrived: isAtRest }
  );
}

/** Lets KEDA scale again; undefined without a ScaledObject. */
export function resumeChange({ scaledObject }: ServedModel): Change | undefined {
  return (
    scaledObject && { write: writeScaledObject(scaledObject, resumePatch(scaledObject)), arrived: isAtWork }
  );
}

/** Removes KServe's HPA that keeps KEDA from its work; undefined when there is none. */
export function removeHpaChange(model: ServedModel): Change | undefined {
  const hpa = leftoverHpa(model);
  return hpa && { remove: placeOf(hpa), arrived: isAtWork };
}
