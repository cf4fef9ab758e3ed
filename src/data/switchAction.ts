import { autoscalerClassOf } from '../resources/autoscalerClass';
import { pauseOf, pausesOf } from '../resources/pause';
import { isScaledByHttp } from '../resources/scaleToZero';
import type { ServedModel } from '../resources/servedModel';
import { ownHpaPlace, ownScaledObjectPlace } from './ownObjects';
import type { Access, FullAccess, ModelAccess } from './useAccess';

/** What switching a model would do next. */
export type SwitchAction = 'pause' | 'resume' | 'turnOn';

/** What the switch of a model does: it hands the scaling to KEDA, or stops and resumes it. */
export function nextOf(model: ServedModel): SwitchAction {
  const { inferenceService, scaledObject } = model;
  if (autoscalerClassOf(inferenceService) !== 'keda' && !isScaledByHttp(model)) return 'turnOn';
  return scaledObject !== undefined && pauseOf(scaledObject) !== undefined ? 'resume' : 'pause';
}

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
