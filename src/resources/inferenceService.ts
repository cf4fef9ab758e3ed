import type { HorizontalPodAutoscalerBehavior } from './horizontalPodAutoscaler';
import type { Condition, KubernetesObject } from './object';

/** spec.predictor.autoScaling.metrics[].external (KServe v1beta1 component.go). Thresholds are strings. */
export interface ExternalMetric {
  metric: { backend?: string; serverAddress?: string; query?: string; namespace?: string };
  authenticationRef?: { authModes?: string; authenticationRef?: { name?: string } };
  target?: {
    type?: 'Utilization' | 'Value' | 'AverageValue';
    value?: string | number;
    averageValue?: string | number;
  };
}

/** One metric of spec.predictor.autoScaling. */
export interface AutoScalingMetric {
  type: 'Resource' | 'External' | 'PodMetric';
  external?: ExternalMetric;
  resource?: { name: string; target?: Record<string, unknown> };
  podmetric?: Record<string, unknown>;
}

/** A component (predictor) of an InferenceService. minReplicas absent counts as 1, maxReplicas absent or 0 as unset. */
export interface Predictor {
  name?: string;
  minReplicas?: number;
  maxReplicas?: number;
  scaleMetric?: string;
  autoScaling?: { metrics?: AutoScalingMetric[]; behavior?: HorizontalPodAutoscalerBehavior };
  annotations?: Record<string, string>;
  labels?: Record<string, string>;
  model?: Record<string, unknown>;
  [other: string]: unknown;
}

/** serving.kserve.io/v1beta1 InferenceService. */
export interface InferenceService extends KubernetesObject {
  spec: { predictor: Predictor; transformer?: Predictor; explainer?: Predictor };
  status?: {
    conditions?: Condition[];
    deploymentMode?: string;
    url?: string;
    servingRuntimeName?: string;
    modelStatus?: {
      transitionStatus?: string;
      states?: { activeModelState?: string; targetModelState?: string };
      copies?: { totalCopies?: number; failedCopies?: number };
      lastFailureInfo?: { reason?: string; message?: string; exitCode?: number };
    };
  };
}
