import type { Deployment } from '../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import type { InferenceService } from '../../src/resources/inferenceService';
import {
  deploymentKind,
  horizontalPodAutoscalerKind,
  inferenceServiceKind,
  jobKind,
  podKind,
  scaledObjectKind,
  servingRuntimeKind,
} from '../../src/resources/kinds';
import type { Job } from '../../src/resources/job';
import type { KubernetesObject } from '../../src/resources/object';
import type { Pod } from '../../src/resources/pod';
import type { ScaledObject } from '../../src/resources/scaledObject';
import type { Informer } from '../client/informer';
import { startInformer } from '../client/informer';
import type { KubeClient } from '../client/kubeClient';
import type { Clock } from '../clock';
import type { EventRecorder } from './eventRecorder';
import { nodeKind, replicaSetKind, resourceQuotaKind } from './kinds';

/** The collections that controllers follow. */
export interface Informers {
  deployments: Informer<Deployment>;
  horizontalPodAutoscalers: Informer<HorizontalPodAutoscaler>;
  inferenceServices: Informer<InferenceService>;
  jobs: Informer<Job>;
  nodes: Informer<KubernetesObject>;
  pods: Informer<Pod>;
  replicaSets: Informer<KubernetesObject>;
  resourceQuotas: Informer<KubernetesObject>;
  servingRuntimes: Informer<KubernetesObject>;
  /** Absent when KEDA is not installed. */
  scaledObjects?: Informer<ScaledObject>;
}

/** What all controllers work with. */
export interface ControllerContext {
  client: KubeClient;
  clock: Clock;
  informers: Informers;
  events: EventRecorder;
  /** Hears of what went wrong in a controller, for example to log it. */
  onError: (controller: string, error: unknown) => void;
}

/** A running controller. */
export interface Controller {
  stop(): Promise<void>;
}

/** Starts to follow all collections; with `keda`, its ScaledObjects too. */
export function startInformers(client: KubeClient, keda: boolean): Informers {
  return {
    deployments: startInformer(client, deploymentKind),
    horizontalPodAutoscalers: startInformer(client, horizontalPodAutoscalerKind),
    inferenceServices: startInformer(client, inferenceServiceKind),
    jobs: startInformer(client, jobKind),
    nodes: startInformer(client, nodeKind),
    pods: startInformer(client, podKind),
    replicaSets: startInformer(client, replicaSetKind),
    resourceQuotas: startInformer(client, resourceQuotaKind),
    servingRuntimes: startInformer(client, servingRuntimeKind),
    ...(keda ? { scaledObjects: startInformer<ScaledObject>(client, scaledObjectKind) } : {}),
  };
}
