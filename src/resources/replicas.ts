import { autoscalerClassOf } from './autoscalerClass';
import { known } from './known';
import type { ServedModel } from './servedModel';

/** Replica numbers of a model. Absent: the Deployment was not read. */
export interface Replicas {
  /** What the autoscaler wants; without one, what the Deployment asks for. */
  desired?: number;
  /** spec.replicas of the Deployment. */
  spec?: number;
  /** Pods that exist, ready or not. */
  current?: number;
  ready?: number;
  /** Bounds in force. Without a maximum KServe takes the minimum for it. */
  min: number;
  max: number;
}

/** Desired, asked for, existing and ready replicas and the bounds in force. */
export function replicasOf(model: ServedModel): Replicas {
  const { deployment } = model;
  const bounds = boundsOf(model);
  if (deployment === undefined) {
    return known({ desired: hpaOf(model)?.status?.desiredReplicas, ...bounds });
  }
  const spec = deployment.spec.replicas ?? 1; // the API server's default
  return {
    desired: desiredOf(model, spec),
    spec,
    current: deployment.status?.replicas ?? 0,
    ready: deployment.status?.readyReplicas ?? 0,
    ...bounds,
  };
}

/** The HPA that decides: KEDA's; KServe's for the class hpa. */
function hpaOf(model: ServedModel) {
  return model.kedaHpa ?? (autoscalerClassOf(model.inferenceService) === 'hpa' ? model.kserveHpa : undefined);
}

/** At 0 replicas the HPA is off, and one that has not synced yet since says 0: then the Deployment's number is the wanted one. */
function desiredOf(model: ServedModel, spec: number): number {
  const desired = hpaOf(model)?.status?.desiredReplicas ?? 0;
  return spec === 0 || desired === 0 ? spec : desired;
}

/** ScaledObject (KEDA's defaults: 0 and 100), else KServe's HPA, else what the InferenceService asks for. */
function boundsOf({ scaledObject, kserveHpa, inferenceService }: ServedModel): { min: number; max: number } {
  if (scaledObject !== undefined) {
    return { min: scaledObject.spec.minReplicaCount ?? 0, max: scaledObject.spec.maxReplicaCount ?? 100 };
  }
  if (kserveHpa !== undefined)
    return { min: kserveHpa.spec.minReplicas ?? 1, max: kserveHpa.spec.maxReplicas };
  const { minReplicas = 1, maxReplicas = 0 } = inferenceService.spec.predictor;
  return { min: minReplicas, max: Math.max(minReplicas, maxReplicas) };
}
