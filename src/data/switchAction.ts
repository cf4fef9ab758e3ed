import { autoscalerClassOf } from '../resources/autoscalerClass';
import { pauseOf } from '../resources/pause';
import { isScaledByHttp } from '../resources/scaleToZero';
import type { ServedModel } from '../resources/servedModel';

/** What switching a model would do next. */
export type SwitchAction = 'pause' | 'resume' | 'turnOn';

/** What the switch of a model does: it hands the scaling to KEDA, or stops and resumes it. */
export function nextOf(model: ServedModel): SwitchAction {
  const { inferenceService, scaledObject } = model;
  if (autoscalerClassOf(inferenceService) !== 'keda' && !isScaledByHttp(model)) return 'turnOn';
  return scaledObject !== undefined && pauseOf(scaledObject) !== undefined ? 'resume' : 'pause';
}
