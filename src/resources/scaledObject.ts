import type { HorizontalPodAutoscalerBehavior } from './horizontalPodAutoscaler';
import type { Condition, KubernetesObject } from './object';

/** One trigger of a ScaledObject; metricType absent means AverageValue (KEDA pkg/scalers/scaler.go). */
export interface Trigger {
  type: string;
  name?: string;
  metadata: Record<string, string>;
  authenticationRef?: { name: string; kind?: string };
  metricType?: 'AverageValue' | 'Value' | 'Utilization';
  useCachedMetrics?: boolean;
}

/** keda.sh/v1alpha1 ScaledObject. Periods are seconds. */
export interface ScaledObject extends KubernetesObject {
  spec: {
    scaleTargetRef: { name: string; kind?: string; apiVersion?: string };
    pollingInterval?: number;
    cooldownPeriod?: number;
    initialCooldownPeriod?: number;
    idleReplicaCount?: number;
    minReplicaCount?: number;
    maxReplicaCount?: number;
    triggers: Trigger[];
    fallback?: { failureThreshold: number; replicas: number; behavior?: string };
    advanced?: {
      restoreToOriginalReplicaCount?: boolean;
      horizontalPodAutoscalerConfig?: { name?: string; behavior?: HorizontalPodAutoscalerBehavior };
    };
  };
  status?: {
    conditions?: Condition[];
    hpaName?: string;
    lastActiveTime?: string;
    pausedReplicaCount?: number;
    originalReplicaCount?: number;
    externalMetricNames?: string[];
    health?: Record<string, { numberOfFailures?: number; status?: string }>;
    triggersActivity?: Record<string, { isActive: boolean }>;
    scaleTargetKind?: string;
    triggersTypes?: string;
    authenticationsTypes?: string;
  };
}
