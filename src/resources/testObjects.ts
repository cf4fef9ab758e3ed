import type { Deployment } from './deployment';
import type { HorizontalPodAutoscaler } from './horizontalPodAutoscaler';
import type { InferenceService } from './inferenceService';
import type { ObjectMeta } from './object';
import type { Pod } from './pod';
import type { ScaledObject } from './scaledObject';
import type { ServedModel } from './servedModel';

/** Builders of cluster objects for specs: model llama in team-a, scaled by KEDA, 1 of 1 to 3 replicas, one GPU each. */
type Changes<T> = { [K in keyof T]?: T[K] };

const namespace = 'team-a';
const thanos = 'https://thanos-querier.openshift-monitoring.svc.cluster.local:9092';
const query = 'sum(vllm:num_requests_waiting{namespace="team-a",service="llama-metrics"})';

function metadata(name: string, changes: Changes<ObjectMeta> = {}): ObjectMeta {
  return { name, namespace, uid: `uid-${name}`, resourceVersion: '7', ...changes };
}

/** InferenceService llama of class keda; `predictor` is merged into the default predictor. */
export function anInferenceService(
  predictor: Changes<InferenceService['spec']['predictor']> = {},
  meta: Changes<ObjectMeta> = {},
): InferenceService {
  return {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: metadata('llama', {
      annotations: {
        'serving.kserve.io/deploymentMode': 'Standard',
        'serving.kserve.io/autoscalerClass': 'keda',
      },
      ...meta,
    }),
    spec: {
      predictor: {
        minReplicas: 1,
        maxReplicas: 3,
        model: { modelFormat: { name: 'vLLM' }, resources: { limits: { 'nvidia.com/gpu': '1' } } },
        autoScaling: {
          metrics: [
            {
              type: 'External',
              external: {
                metric: { backend: 'prometheus', serverAddress: thanos, namespace, query },
                authenticationRef: {
                  authModes: 'bearer',
                  authenticationRef: { name: 'inference-prometheus-auth' },
                },
                target: { type: 'AverageValue', value: '2', averageValue: '2' },
              },
            },
          ],
        },
        ...predictor,
      },
    },
  };
}

/** InferenceService llama without annotation and metric: KServe's default class. */
export function aPlainInferenceService(meta: Changes<ObjectMeta> = {}): InferenceService {
  const { model } = anInferenceService().spec.predictor;
  const { annotations, ...rest } = metadata('llama', meta);
  return {
    ...anInferenceService(),
    metadata: { ...rest, ...(annotations && { annotations }) },
    spec: { predictor: { ...(model && { model }) } },
  };
}

/** ScaledObject llama-predictor, Ready, owned by the InferenceService. */
export function aScaledObject(
  spec: Changes<ScaledObject['spec']> = {},
  meta: Changes<ObjectMeta> = {},
  status: ScaledObject['status'] = {
    hpaName: 'keda-hpa-llama-predictor',
    conditions: [
      { type: 'Ready', status: 'True', reason: 'ScaledObjectReady' },
      { type: 'Active', status: 'False', reason: 'ScalerNotActive' },
    ],
  },
): ScaledObject {
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: metadata('llama-predictor', {
      ownerReferences: [
        {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          name: 'llama',
          uid: 'uid-llama',
          controller: true,
        },
      ],
      ...meta,
    }),
    spec: {
      scaleTargetRef: { name: 'llama-predictor' },
      minReplicaCount: 1,
      maxReplicaCount: 3,
      triggers: [
        {
          type: 'prometheus',
          metadata: { serverAddress: thanos, namespace, query, threshold: '2', authModes: 'bearer' },
          authenticationRef: { name: 'inference-prometheus-auth' },
        },
      ],
      ...spec,
    },
    status,
  };
}

/** KEDA's HPA, calm at 1 replica; `status` is merged. */
export function aKedaHpa(
  status: Changes<NonNullable<HorizontalPodAutoscaler['status']>> = {},
  spec: Changes<HorizontalPodAutoscaler['spec']> = {},
): HorizontalPodAutoscaler {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata('keda-hpa-llama-predictor', {
      ownerReferences: [
        { apiVersion: 'keda.sh/v1alpha1', kind: 'ScaledObject', name: 'llama-predictor', uid: 'u' },
      ],
    }),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'llama-predictor' },
      minReplicas: 1,
      maxReplicas: 3,
      metrics: [
        {
          type: 'External',
          external: {
            metric: { name: 's0-prometheus' },
            target: { type: 'AverageValue', averageValue: '2' },
          },
        },
      ],
      behavior: {
        scaleUp: { stabilizationWindowSeconds: 0 },
        scaleDown: { stabilizationWindowSeconds: 300 },
      },
      ...spec,
    },
    status: {
      currentReplicas: 1,
      desiredReplicas: 1,
      conditions: [
        { type: 'AbleToScale', status: 'True', reason: 'ReadyForNewScale' },
        { type: 'ScalingActive', status: 'True', reason: 'ValidMetricFound' },
        { type: 'ScalingLimited', status: 'True', reason: 'TooFewReplicas' },
      ],
      ...status,
    },
  };
}

/** KServe's own HPA on CPU. */
export function aKserveHpa(status?: HorizontalPodAutoscaler['status']): HorizontalPodAutoscaler {
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadata('llama-predictor', {
      ownerReferences: [
        {
          apiVersion: 'serving.kserve.io/v1beta1',
          kind: 'InferenceService',
          name: 'llama',
          uid: 'uid-llama',
        },
      ],
    }),
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'llama-predictor' },
      minReplicas: 1,
      maxReplicas: 4,
    },
    ...(status && { status }),
  };
}

/** Deployment llama-predictor with `spec` replicas asked for, `ready` of `current` pods ready. */
export function aDeployment(spec = 1, ready = spec, current = spec): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadata('llama-predictor'),
    spec: {
      replicas: spec,
      selector: { matchLabels: { app: 'isvc.llama-predictor' } },
      template: {
        spec: {
          containers: [{ name: 'kserve-container', resources: { limits: { 'nvidia.com/gpu': '1' } } }],
        },
      },
    },
    status: {
      ...(current > 0 && { replicas: current, updatedReplicas: current }),
      ...(ready > 0 && { readyReplicas: ready, availableReplicas: ready }),
    },
  };
}

/** A Pending pod of the predictor; with a message the scheduler has found no place for it. */
export function aPendingPod(name = 'llama-predictor-a1', unschedulable?: string): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: metadata(name, {
      creationTimestamp: '2026-01-01T00:00:00Z',
      labels: { 'serving.kserve.io/inferenceservice': 'llama', component: 'predictor' },
    }),
    spec: { containers: [{ name: 'kserve-container' }] },
    status: {
      phase: 'Pending',
      ...(unschedulable !== undefined && {
        conditions: [
          { type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: unschedulable },
        ],
      }),
    },
  };
}

/** Model llama of class keda with all its objects, calm at 1 replica. */
export function aServedModel(parts: Changes<ServedModel> = {}): ServedModel {
  return {
    key: 'team-a/llama',
    namespace,
    name: 'llama',
    inferenceService: anInferenceService(),
    scaledObject: aScaledObject(),
    kedaHpa: aKedaHpa(),
    deployment: aDeployment(),
    pendingPods: [],
    ...parts,
  };
}
