import type { ScalingPolicy } from './autoscaler';

/** Rules of one direction as a ScaledObject holds them; the tolerance is a quantity ("0.05", "50m"). */
export interface ScalingRulesData {
  stabilizationWindowSeconds?: number;
  selectPolicy?: 'Max' | 'Min' | 'Disabled';
  policies?: readonly ScalingPolicy[];
  tolerance?: string | number;
}

/** One trigger of a ScaledObject, what counts here. */
export interface TriggerData {
  type: string;
  metadata: Readonly<Record<string, string>>;
  metricType?: 'AverageValue' | 'Value' | 'Utilization';
}

/** The parts of a keda.sh/v1alpha1 ScaledObject that decide how it scales; a whole object fits. */
export interface ScaledObjectData {
  metadata?: { creationTimestamp?: string; annotations?: Readonly<Record<string, string>> };
  spec: {
    minReplicaCount?: number;
    maxReplicaCount?: number;
    idleReplicaCount?: number;
    cooldownPeriod?: number;
    initialCooldownPeriod?: number;
    fallback?: { failureThreshold: number; replicas: number; behavior?: string };
    triggers: readonly TriggerData[];
    advanced?: {
      horizontalPodAutoscalerConfig?: {
        behavior?: { scaleUp?: ScalingRulesData; scaleDown?: ScalingRulesData };
      };
    };
  };
}

const falseWords = ['0', 'f', 'F', 'false', 'FALSE', 'False'];

/**
 * Whether an annotation of KEDA is on: absent is off, a false word of Go's ParseBool is off, anything else is on
 * (KEDA apis/keda/v1alpha1/scaledobject_types.go getBoolAnnotation).
 */
export function isAnnotationOn(scaledObject: ScaledObjectData, name: string): boolean {
  const value = scaledObject.metadata?.annotations?.[`autoscaling.keda.sh/${name}`];
  return value !== undefined && !falseWords.includes(value);
}
