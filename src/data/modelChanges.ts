import { autoscalerClassOf } from '../resources/autoscalerClass';
import { enablePatch } from '../policy/enablePatch';
import { leftoverHpa } from '../policy/leftoverHpa';
import type { PatchOperation } from '../policy/patchOperation';
import { pausePatch, resumePatch, type PauseWish } from '../policy/pausePatch';
import type { PolicyValues } from '../policy/policy';
import { letSleepPatch, warmUpPatch } from '../policy/warmUpPatch';
import { inferenceServiceKind, scaledObjectKind } from '../resources/kinds';
import { replicasOf } from '../resources/replicas';
import type { ScaledObject } from '../resources/scaledObject';
import { isKeptAwake } from '../resources/scaleToZero';
import type { ServedModel } from '../resources/servedModel';
import { pauseOf } from '../resources/pause';
import { carriesValues, isAtWork, isPausedAs } from './arrival';
import type { Change, Write } from './change';
import { ownHpaPlace, ownScaledObjectPlace } from './ownObjects';

function writeModel(model: ServedModel, patch: readonly PatchOperation[]): Write {
  const { namespace, name, inferenceService: seen } = model;
  return { kind: inferenceServiceKind, namespace, name, patch, seen };
}

function writeScaledObject(seen: ScaledObject, patch: readonly PatchOperation[]): Write {
  const { namespace = '', name } = seen.metadata;
  return { kind: scaledObjectKind, namespace, name, patch, seen };
}

/** Hands the scaling to KEDA; restarts the pods. */
export function turnOnChange(model: ServedModel, values: PolicyValues): Change {
  const remove = ownHpaPlace(model);
  return {
    write: writeModel(model, enablePatch(model.inferenceService, values)),
    ...(remove && { remove }),
    arrived: (now) => carriesValues(now, values),
  };
}

/** Stops the scaling, at the replicas of now if nothing else is wished; undefined without a ScaledObject. */
export function pauseChange(
  { scaledObject }: ServedModel,
  wish: PauseWish = { kind: 'current' },
): Change | undefined {
  return (
    scaledObject && {
      write: writeScaledObject(scaledObject, pausePatch(scaledObject, wish)),
      arrived: (now) => isPausedAs(now, wish),
    }
  );
}

/** Lets KEDA scale again; undefined without a ScaledObject. */
export function resumeChange({ scaledObject }: ServedModel): Change | undefined {
  return (
    scaledObject && { write: writeScaledObject(scaledObject, resumePatch(scaledObject)), arrived: isAtWork }
  );
}

/** Wakes a model that KEDA has scaled to zero, and keeps it awake. */
export function wakeChange(scaledObject: ScaledObject): Change {
  return {
    write: writeScaledObject(scaledObject, warmUpPatch(scaledObject)),
    arrived: (now) => (replicasOf(now).spec ?? 0) > 0,
  };
}

/** Lets a model sleep again that was woken. */
export function letSleepChange(scaledObject: ScaledObject): Change {
  return {
    write: writeScaledObject(scaledObject, letSleepPatch(scaledObject)),
    arrived: (now) => now.scaledObject !== undefined && !isKeptAwake(now.scaledObject),
  };
}

/** Removes KServe's HPA that keeps KEDA from its work; undefined when there is none. */
export function removeHpaChange(model: ServedModel): Change | undefined {
  const remove = ownHpaPlace(model);
  return leftoverHpa(model) && remove && { remove, arrived: hasKedaAlone };
}

/** KServe's HPA is gone, and KEDA scales, or would if it were not paused. */
function hasKedaAlone(model: ServedModel): boolean {
  const { kserveHpa, scaledObject, kedaHpa } = model;
  if (kserveHpa !== undefined || scaledObject === undefined) return false;
  return kedaHpa !== undefined || pauseOf(scaledObject) !== undefined;
}

/** Removes the ScaledObject that KServe left behind when the class left keda; undefined when there is none. */
export function removeScaledObjectChange(model: ServedModel): Change | undefined {
  const remove = ownScaledObjectPlace(model);
  if (remove === undefined || autoscalerClassOf(model.inferenceService) === 'keda') return undefined;
  return {
    remove,
    arrived: (now) => ownScaledObjectPlace(now) === undefined && now.kedaHpa === undefined,
  };
}
