/** What the query of a model's own trigger gave, when somebody evaluated it: KEDA accepts exactly one series. */
export interface TriggerResult {
  /** How many series came back. 0: KEDA reads it as 0 (ignoreNullValues). */
  series: number;
  /** The value of the single series. */
  value?: number;
}

/**
 * The load of one model as Prometheus told it. Three cases differ:
 * the whole object is undefined: nothing was fetched (yet, or it failed);
 * `waiting` is undefined: the query was answered and there is no series;
 * `waiting` is 0: the engines say that nothing waits.
 */
export interface ModelLoad {
  /** Requests that wait for a slot, all replicas together. */
  waiting?: number;
  /** Requests that run, all replicas together. */
  running?: number;
  /** When these numbers were measured, ms since the epoch. */
  at?: number;
  /** Newest time (ms) at which the load still wanted as many replicas as the HPA wants now; lastHighAt finds it. */
  lastHighAt?: number;
  /** The result of the trigger's own query, when it was evaluated. */
  trigger?: TriggerResult;
}
