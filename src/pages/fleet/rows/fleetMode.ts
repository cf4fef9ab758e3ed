import { autoscalerClassOf } from '../../../resources/autoscalerClass';
import { isScaledByHttp } from '../../../resources/scaleToZero';
import type { ServedModel } from '../../../resources/servedModel';

export const fleetModes = ['keda', 'http', 'hpa', 'external', 'none', 'other'] as const;

/** Who decides on the replicas of a model. http: requests, to zero and back; other: a class that KServe does not know. */
export type FleetMode = (typeof fleetModes)[number];

/** The mode of a model, from its class and what wakes it. */
export function modeOf(model: ServedModel): FleetMode {
  if (isScaledByHttp(model)) return 'http';
  const autoscalerClass = autoscalerClassOf(model.inferenceService);
  return fleetModes.find((mode) => mode === autoscalerClass) ?? 'other';
}
