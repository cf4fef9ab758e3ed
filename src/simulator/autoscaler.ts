/** One metric of the HPA. The threshold is in the metric's unit, per replica for AverageValue; milli precision counts. */
export interface MetricTarget {
  name: string;
  type: 'AverageValue' | 'Value';
  threshold: number;
}

/**
 * What the metrics adapter answers for one metric: the value in the metric's unit, or why there is none. `exact` is the
 * value before it was rounded to thousandths, set only where it differs: activation compares with it.
 */
export type MetricReading = { value: number; exact?: number } | { error: string };

/** One rate limit: at most `value` pods or percent in any `periodSeconds`. */
export interface ScalingPolicy {
  type: 'Pods' | 'Percent';
  value: number;
  periodSeconds: number;
}

/** The rules of one direction (autoscaling/v2 HPAScalingRules). Absent fields get the API server's defaults. */
export interface ScalingRules {
  stabilizationWindowSeconds?: number;
  selectPolicy?: 'Max' | 'Min' | 'Disabled';
  policies?: readonly ScalingPolicy[];
  /** Share of the ratio to ignore in this direction; absent: 0.1. */
  tolerance?: number;
}

/** spec.behavior of the HPA. */
export interface Behavior {
  scaleUp?: ScalingRules;
  scaleDown?: ScalingRules;
}

/** What counts of an HPA's spec. Without `behavior` the controller takes its older path (contract 3.6, step 4b). */
export interface Autoscaler {
  minReplicas: number;
  maxReplicas: number;
  metrics: readonly MetricTarget[];
  behavior?: Behavior;
}

/** A desired number that the metrics gave at a time, before windows and limits. */
export interface Recommendation {
  at: number;
  replicas: number;
}

/** A change of replicas that was made; `change` is positive in both directions. */
export interface ScaleEvent {
  at: number;
  change: number;
}

/** What the controller remembers of one HPA; it is lost when the HPA is deleted. */
export interface AutoscalerMemory {
  recommendations: readonly Recommendation[];
  scaleUps: readonly ScaleEvent[];
  scaleDowns: readonly ScaleEvent[];
}

/**
 * What one sync sees. `now` is in seconds; `readings` has one entry a metric, in the same order.
 * `ambiguousSelector`: the pods belong to more than one HPA.
 */
export interface Observation {
  now: number;
  specReplicas: number;
  statusReplicas: number;
  readyReplicas: number;
  readings: readonly MetricReading[];
  ambiguousSelector?: boolean;
}

/** Status and reason of one condition of the HPA. */
export interface HpaCondition {
  status: 'True' | 'False';
  reason: string;
}

/** Conditions that a sync sets; an absent one keeps what it was before. */
export interface HpaConditions {
  AbleToScale: HpaCondition;
  ScalingActive?: HpaCondition;
  ScalingLimited?: HpaCondition;
}

/**
 * Why the replicas change: beyond the bounds (both pass windows and limits), a metric above its target, or all
 * metrics below theirs. The controller's event "New size: N; reason: ..." says the same.
 */
export type RescaleReason = 'CurrentAboveMax' | 'CurrentBelowMin' | 'AboveTarget' | 'BelowTarget';

/**
 * What one sync decides. `desired` is what spec.replicas becomes (as before when nothing changes); `raw` is what the
 * metrics want, before windows and limits, absent when they were not asked or failed; `winner` is the name of the
 * metric that wanted most. `conditions` are those before the change is written: see `conditionsAfterRescale`.
 */
export interface Decision {
  desired: number;
  raw?: number;
  winner?: string;
  rescaleReason?: RescaleReason;
  conditions: HpaConditions;
  memory: AutoscalerMemory;
}
