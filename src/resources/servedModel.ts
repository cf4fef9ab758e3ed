import type { Deployment } from './deployment';
import type { HorizontalPodAutoscaler } from './horizontalPodAutoscaler';
import type { InferenceService } from './inferenceService';
import type { Pod } from './pod';
import type { ScaledObject } from './scaledObject';

/** One served model: its InferenceService and what belongs to its predictor. */
export interface ServedModel {
  /** namespace/name */
  key: string;
  namespace: string;
  name: string;
  inferenceService: InferenceService;
  scaledObject?: ScaledObject;
  /** KServe's own HPA, <isvc>-predictor. */
  kserveHpa?: HorizontalPodAutoscaler;
  /** The HPA that KEDA made. */
  kedaHpa?: HorizontalPodAutoscaler;
  deployment?: Deployment;
  /** Pods of the predictor whose phase is Pending. */
  pendingPods: readonly Pod[];
}

/** The lists that joinModels joins; pods of other workloads may be among them. */
export interface ClusterObjects {
  inferenceServices: readonly InferenceService[];
  scaledObjects: readonly ScaledObject[];
  horizontalPodAutoscalers: readonly HorizontalPodAutoscaler[];
  deployments: readonly Deployment[];
  pendingPods: readonly Pod[];
}
