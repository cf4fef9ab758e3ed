import { autoscalerClassOf } from '../../../resources/autoscalerClass';
import type { ServedModel } from '../../../resources/servedModel';

export const fleetModes = ['keda', 'hpa', 'external', 'none', 'other'] as const;

/** Who decides on the replicas of a model; other: a class that KServe does not know. */
export type FleetMode = (typeof fleetModes)[number];

/** The mode of a model, from its class. */
export function modeOf({ inferenceService }: ServedModel): FleetMode {
  const autoscalerClass = autoscalerClassOf(inferenceService);
  return fleetModes.find((mode) => mode === autoscalerClass) ?? 'other';
}
