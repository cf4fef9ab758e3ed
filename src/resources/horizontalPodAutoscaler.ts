import type { Condition, KubernetesObject } from './object';

/** One scaling policy: at most `value` pods or percent in `periodSeconds`. */
export interface ScalingPolicy {
  type: 'Pods' | 'Percent';
  value: number;
  periodSeconds: number;
}

/** Rules for one direction (autoscaling/v2 HPAScalingRules). */
export interface ScalingRules {
  stabilizationWindowSeconds?: number;
  selectPolicy?: 'Max' | 'Min' | 'Disabled';
  policies?: ScalingPolicy[];
  tolerance?: string;
}

/** autoscaling/v2 HorizontalPodAutoscalerBehavior. */
export interface HorizontalPodAutoscalerBehavior {
  scaleUp?: ScalingRules;
  scaleDown?: ScalingRules;
}

/** The target of an external metric; quantities as strings ("2", "2500m"). */
export interface ExternalMetricSpec {
  type: 'External';
  external: {
    metric: { name: string; selector?: { matchLabels?: Record<string, string> } };
    target: { type: 'AverageValue' | 'Value'; averageValue?: string; value?: string };
  };
}

/** A metric on cpu or memory of the pods. */
export interface ResourceMetricSpec {
  type: 'Resource';
  resource: { name: string; target: { type: string; averageUtilization?: number; averageValue?: string } };
}

/** autoscaling/v2 HorizontalPodAutoscaler. minReplicas absent means 1. */
export interface HorizontalPodAutoscaler extends KubernetesObject {
  spec: {
    scaleTargetRef: { apiVersion?: string; kind: string; name: string };
    minReplicas?: number;
    maxReplicas: number;
    metrics?: (ExternalMetricSpec | ResourceMetricSpec)[];
    behavior?: HorizontalPodAutoscalerBehavior;
  };
  status?: {
    observedGeneration?: number;
    lastScaleTime?: string;
    currentReplicas?: number;
    desiredReplicas?: number;
    currentMetrics?: {
      type: string;
      external?: { metric: { name: string }; current: { averageValue?: string; value?: string } };
    }[];
    conditions?: Condition[];
  };
}
