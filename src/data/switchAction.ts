import { autoscalerClassOf } from '../resources/autoscalerClass';
import { pauseOf } from '../resources/pause';
import type { ServedModel } from '../resources/servedModel';
import type { Access, ModelAccess } from './useAccess';

/** What switching a model would do next. */
export type SwitchAction = 'pause' | 'resume' | 'turnOn';

/** What the switch of a model does: it hands the scaling to KEDA, or stops and resumes it. */
export function nextOf({ inferenceService, scaledObject }: ServedModel): SwitchAction {
  if (autoscalerClassOf(inferenceService) !== 'keda') return 'turnOn';
  return scaledObject !== undefined && pauseOf(scaledObject) !== undefined ? 'resume' : 'pause';
}

/** The rights that a change of a model needs. */
export function needsOf(
  model: ServedModel,
  { patchInferenceServices, patchScaledObjects, deleteAutoscalers }: ModelAccess,
): Readonly<Record<SwitchAction | 'edit' | 'removeHpa', readonly Access[]>> {
  const paused = nextOf(model) === 'resume';
  return {
    pause: [patchScaledObjects],
    resume: [patchScaledObjects],
    turnOn: [patchInferenceServices, ...(model.kserveHpa === undefined ? [] : [deleteAutoscalers])],
    // An edit can wipe the pause, which is then set again.
    removeHpa: [deleteAutoscalers],
    edit: [patchInferenceServices, ...(paused ? [patchScaledObjects] : [])],
  };
}
