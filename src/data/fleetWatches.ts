import type { K8sResourceCommon, WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';
import type { Deployment } from '../resources/deployment';
import type { HorizontalPodAutoscaler } from '../resources/horizontalPodAutoscaler';
import type { InferenceService } from '../resources/inferenceService';
import {
  deploymentKind,
  horizontalPodAutoscalerKind,
  inferenceServiceKind,
  podKind,
  scaledObjectKind,
} from '../resources/kinds';
import type { Kind } from '../resources/kinds';
import type { Pod } from '../resources/pod';
import type { ScaledObject } from '../resources/scaledObject';
import { listWatch } from './listWatch';

/** The lists of the fleet. */
export interface FleetLists {
  inferenceServices: (InferenceService & K8sResourceCommon)[];
  scaledObjects: (ScaledObject & K8sResourceCommon)[];
  horizontalPodAutoscalers: (HorizontalPodAutoscaler & K8sResourceCommon)[];
  deployments: (Deployment & K8sResourceCommon)[];
  pendingPods: (Pod & K8sResourceCommon)[];
}

/** The kind of each list. */
export const kindOfList: Readonly<Record<keyof FleetLists, Kind>> = {
  inferenceServices: inferenceServiceKind,
  scaledObjects: scaledObjectKind,
  horizontalPodAutoscalers: horizontalPodAutoscalerKind,
  deployments: deploymentKind,
  pendingPods: podKind,
};

/**
 * What to watch for the models of a project, or of all projects. Deployments are found by their names and not by a
 * label, which KServe's versions do not agree on; of the pods only those that wait.
 */
export function fleetWatches(namespace: string | undefined): Record<keyof FleetLists, WatchK8sResource> {
  return {
    inferenceServices: listWatch(inferenceServiceKind, namespace),
    scaledObjects: listWatch(scaledObjectKind, namespace),
    horizontalPodAutoscalers: listWatch(horizontalPodAutoscalerKind, namespace),
    deployments: listWatch(deploymentKind, namespace),
    pendingPods: { ...listWatch(podKind, namespace), fieldSelector: 'status.phase=Pending' },
  };
}
