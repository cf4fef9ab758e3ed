import type { AutoscalerMemory, HpaCondition, Recommendation } from './autoscaler';

/** What the metrics want now (`raw`), with what decides how far it may go. `now` in seconds. */
export interface Proposal {
  now: number;
  current: number;
  raw: number;
  memory: AutoscalerMemory;
}

/** The desired number within windows, limits and bounds, what the HPA says of it, and the longer history. */
export interface Normalized {
  desired: number;
  conditions: { AbleToScale: HpaCondition; ScalingLimited: HpaCondition };
  recommendations: readonly Recommendation[];
}

/** A number within limits and bounds, and the reason of ScalingLimited. */
export interface Limited {
  desired: number;
  reason: string;
}

/** The reason of ScalingLimited when nothing limits. */
export const withinRange = 'DesiredWithinRange';

/**
 * AbleToScale tells whether a window changed what the metrics want, ScalingLimited whether a limit or bound changed
 * what the windows left (kubernetes pkg/controller/podautoscaler/horizontal.go, both normalize functions).
 */
export function conditionsOf(
  raw: number,
  stabilized: number,
  stabilizedReason: string,
  limited: Limited,
): Normalized['conditions'] {
  return {
    AbleToScale: { status: 'True', reason: stabilized === raw ? 'ReadyForNewScale' : stabilizedReason },
    ScalingLimited: { status: limited.desired === stabilized ? 'False' : 'True', reason: limited.reason },
  };
}
