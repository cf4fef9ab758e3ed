import { pausesOf } from '../resources/pause';
import { isScaledByHttp } from '../resources/scaleToZero';
import type { ServedModel } from '../resources/servedModel';
import { ownHpaPlace, ownScaledObjectPlace } from './ownObjects';
import type { SwitchAction } from './switchAction';
import type { FullAccess, ModelAccess } from './useAccess';
import type { Access } from './useRight';

/** The rights that a change of a model needs. */
export function needsOf(
  model: ServedModel,
  { patchInferenceServices, patchScaledObjects, deleteAutoscalers }: ModelAccess,
): Readonly<Record<SwitchAction | 'edit' | 'removeHpa', readonly Access[]>> {
  const { scaledObject } = model;
  const paused = scaledObject !== undefined && Object.keys(pausesOf(scaledObject)).length > 0;
  const removesHpa = ownHpaPlace(model) === undefined ? [] : [deleteAutoscalers];
  return {
    pause: [patchScaledObjects],
    resume: [patchScaledObjects],
    turnOn: [patchInferenceServices, ...removesHpa],
    removeHpa: [deleteAutoscalers],
    // An edit can wipe the pause, which is then set again; KServe's HPA that is still there goes with it.
    edit: isScaledByHttp(model)
      ? [patchScaledObjects]
      : [patchInferenceServices, ...(paused ? [patchScaledObjects] : []), ...removesHpa],
  };
}

/** The rights that ending the autoscaling of a model needs, and removing a ScaledObject that was left behind. */
export function removalNeedsOf(
  model: ServedModel,
  { patchInferenceServices, deleteScaledObjects }: FullAccess,
): Readonly<Record<'removeScaledObject' | 'fix', readonly Access[]>> {
  const leaves = ownScaledObjectPlace(model) !== undefined;
  return {
    removeScaledObject: [deleteScaledObjects],
    fix: [patchInferenceServices, ...(leaves ? [deleteScaledObjects] : [])],
  };
}
