import type { Deployment } from '../../../src/resources/deployment';
import type { InferenceService } from '../../../src/resources/inferenceService';
import { ownerReference } from '../owner';
import {
  autoscalerClassOf,
  componentAnnotations,
  componentLabels,
  predictorName,
  selectorLabels,
} from './annotations';
import type { ServingRuntime } from './podTemplate';
import { predictorPodSpec } from './podTemplate';

const defaultStrategy = {
  type: 'RollingUpdate',
  rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' },
};

/**
 * The predictor's Deployment (KServe deployment_reconciler.go). Labels and annotations of the InferenceService are part
 * of the pod template, so that a change of them restarts the pods. Replicas are set for class none only.
 */
export function predictorDeployment(service: InferenceService, runtime: ServingRuntime): Deployment {
  const { predictor } = service.spec;
  const labels = { ...runtime.spec.labels, ...componentLabels(service) };
  const annotations = { ...runtime.spec.annotations, ...componentAnnotations(service) };
  const fixed = autoscalerClassOf(service) === 'none' ? { replicas: predictor.minReplicas ?? 1 } : {};
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: predictorName(service),
      namespace: service.metadata.namespace ?? '',
      labels,
      annotations,
      ownerReferences: [ownerReference(service)],
    },
    spec: {
      ...fixed,
      selector: { matchLabels: selectorLabels(service) },
      template: { metadata: { labels, annotations }, spec: predictorPodSpec(service, runtime) },
      strategy: (predictor.deploymentStrategy as Deployment['spec']['strategy']) ?? defaultStrategy,
    },
  };
}

/** What KServe writes over an existing Deployment; without a fixed number the replicas stay the autoscaler's. */
export function updatedDeployment(existing: Deployment, desired: Deployment): Deployment {
  return {
    ...existing,
    metadata: {
      ...existing.metadata,
      labels: { ...desired.metadata.labels },
      annotations: { ...desired.metadata.annotations },
    },
    spec: {
      ...existing.spec,
      ...desired.spec,
      replicas: desired.spec.replicas ?? existing.spec.replicas ?? 1,
    },
  };
}
