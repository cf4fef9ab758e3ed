/** Why the replicas changed, as far as the series tell. */
export type DecisionCause =
  /** The load asked for more. */
  | 'load'
  /** The load had been low for all of the scale-down window. */
  | 'windowEnded'
  | 'minimumRaised'
  | 'minimumLowered'
  | 'maximumRaised'
  | 'maximumLowered'
  /** From 0: KEDA woke the model (or somebody scaled it by hand). */
  | 'woken'
  /** To 0: KEDA's cooldown ended. */
  | 'idle'
  /** The HPA vanished: autoscaling was paused or switched off. The replicas stay. */
  | 'paused'
  /** An HPA appeared: autoscaling began or went on. The replicas stay. */
  | 'resumed'
  /** The replicas changed while no HPA was there, or against it. */
  | 'manual'
  /** The HPA decided by a metric whose arithmetic is not known here: CPU, or one that is not counted per replica. */
  | 'hpa'
  /** The load that was measured does not explain it: another metric, another threshold at that time, or a gap. */
  | 'unexplained';

/** What cut the number of replicas that the load wanted; pace: the HPA's limits of how fast it may change. */
export type DecisionLimit = 'min' | 'max' | 'pace';

/** The arithmetic behind a decision. */
export interface DecisionArithmetic {
  /** All replicas together; for a scale-down the highest of the window. */
  load: number;
  threshold: number;
  wants: number;
  limitedTo?: DecisionLimit;
}

/** How the added replicas became ready. */
export interface Readiness {
  /** How many of the added ones were ready before the next decision that takes some away. */
  ready: number;
  added: number;
  /** Seconds from the decision until the last of these was ready; absent while none is. */
  seconds?: number;
}

/** One change of what is wanted. Times in seconds since 1970. */
export interface Decision {
  /** When it was first seen; the change came up to a scrape interval earlier. */
  at: number;
  /** Nothing was measured since then: the change came in between. */
  after?: number;
  from: number;
  to: number;
  cause: DecisionCause;
  arithmetic?: DecisionArithmetic;
  /** Bounds in force at that time. */
  min?: number;
  max?: number;
  readiness?: Readiness;
}
