import { findCondition } from './conditions';
import type { Condition, KubernetesObject } from './object';

/** spec.scaling: KEDA by its triggers, or by what llm-d's workload variant autoscaler wants. */
interface LlmScaling {
  minReplicas?: number;
  maxReplicas: number;
  keda?: { triggers: { type: string }[] };
  wva?: object;
}

interface LlmWorkload {
  /** Of a fixed number; excludes scaling. */
  replicas?: number;
  scaling?: LlmScaling;
}

/** serving.kserve.io/v1alpha2 LLMInferenceService (llm-d), as far as its scaling goes. */
export interface LlmInferenceService extends KubernetesObject {
  spec: LlmWorkload & { prefill?: LlmWorkload };
  status?: { conditions?: Condition[] };
}

/** Who decides on the replicas of a workload, and within which bounds. */
export type LlmScaler =
  { by: 'fixed'; replicas: number } | { by: 'keda' | 'wva' | 'nobody'; min: number; max: number };

/** How a workload scales; replicas that are not set count as 1 (KServe's defaults). */
export function llmScalerOf({ replicas = 1, scaling }: LlmWorkload): LlmScaler {
  if (scaling === undefined) return { by: 'fixed', replicas };
  const { minReplicas: min = 1, maxReplicas: max, keda, wva } = scaling;
  if (keda !== undefined) return { by: 'keda', min, max };
  return { by: wva === undefined ? 'nobody' : 'wva', min, max };
}

/** Why its scaling or the whole does not work, in KServe's words; undefined when nothing is said. */
export function llmTroubleOf({ status }: LlmInferenceService): string | undefined {
  return ['ScalingReady', 'PrefillScalingReady', 'Ready']
    .map((type) => findCondition(status?.conditions, type))
    .find((condition) => condition?.status === 'False')?.message;
}
