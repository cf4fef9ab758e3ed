import type { Values } from '../resources/values';

/** What decisions are read from. All values stand on the same times (seconds since 1970, one step apart). */
export interface DecisionSeries {
  times: readonly number[];
  /** spec.replicas of the Deployment. */
  replicas: Values;
  available: Values;
  /** Of the HPA; all of them are gaps while there is none. */
  desired: Values;
  min: Values;
  max: Values;
  /** The value of the trigger, all replicas together. */
  load: Values;
}

/** The rule by which the load becomes replicas. It is that of now: the past of a threshold is not recorded. */
export interface DecisionRule {
  /** Per replica; undefined: not known, or the metric is not counted per replica. */
  threshold?: number;
  /** stabilizationWindowSeconds of scaling down. */
  windowSeconds: number;
}

/** The value at a time's index; null beyond the ends. */
export function valueAt(values: Values, index: number): number | null {
  return values[index] ?? null;
}

/** Seconds between two times; 0 when there are fewer than two. */
export function stepOf({ times }: DecisionSeries): number {
  const [first, second] = times;
  return first === undefined || second === undefined ? 0 : second - first;
}
