/** Who decides on the replicas, from the class; any other class than these four is `other`. */
export type PolicyMode = 'keda' | 'hpa' | 'external' | 'none' | 'other';

/** The numbers that a person edits. */
export interface PolicyValues {
  minReplicas: number;
  maxReplicas: number;
  /** Load per replica above which replicas are added; in the metric's unit, at most three decimals. */
  threshold: number;
}

/** What the InferenceService asks for. Absent: not written in the object. */
export interface Policy extends Partial<PolicyValues> {
  mode: PolicyMode;
  /** Number of External metrics; only the first Prometheus one is edited. */
  metricCount: number;
  /** The query of that metric, word for word. */
  query?: string;
  serverAddress?: string;
  /** spec.predictor.autoScaling.behavior.scaleDown.stabilizationWindowSeconds. */
  scaleDownWindowSeconds?: number;
}
