import type { AutoscalingPolicy } from '../policy/autoscalingPolicy';
import type { PatchOperation } from '../policy/patchOperation';
import type { ServedModel } from '../resources/servedModel';

/** GPUs of the whole cluster. */
export interface ClusterGpus {
  allocatable: number;
  free: number;
}

/** The tightest ResourceQuota of the project for the model's GPUs. */
export interface GpuQuota {
  hard: number;
  used: number;
}

/** A change of a model's policy, before it is made, and what is known around it; what is not known is absent. */
export interface PlannedChange {
  model: ServedModel;
  before: AutoscalingPolicy;
  after: AutoscalingPolicy;
  patch: readonly PatchOperation[];
  /** What each trigger's query gives now, in the order of `after.triggers`. */
  loads: readonly (number | undefined)[];
  gpus?: ClusterGpus;
  quota?: GpuQuota;
  /** Whether KServe keeps stabilization windows. */
  windowsSupported?: boolean;
}
