import type { HorizontalPodAutoscalerBehavior } from '../../../src/resources/horizontalPodAutoscaler';
import type { AutoScalingMetric, InferenceService } from '../../../src/resources/inferenceService';
import type { ScaledObject, Trigger } from '../../../src/resources/scaledObject';
import { ownerReference } from '../owner';
import { componentAnnotations, componentLabels, predictorName } from './annotations';

/** Windows of inferenceservice-config's "autoscaler" key, in seconds. */
const defaultWindows = { scaleUp: 0, scaleDown: 300 };

/** The entry, when there is something to say. */
function given(name: string, value: string | undefined): Record<string, string> {
  return value === undefined || value === '' ? {} : { [name]: value };
}

function externalTrigger({ external }: AutoScalingMetric): Trigger {
  const { metric, authenticationRef, target } = external ?? { metric: {} };
  const { backend = 'prometheus', serverAddress = '', query = '', namespace } = metric;
  const { authModes, authenticationRef: reference } = authenticationRef ?? {};
  const threshold = String(target?.value ?? '0');
  return {
    type: backend,
    metadata: {
      serverAddress,
      query,
      threshold,
      ...given('namespace', namespace),
      ...given('authModes', authModes),
    },
    ...(reference?.name === undefined ? {} : { authenticationRef: { name: reference.name } }),
  };
}

function resourceTrigger({ resource }: AutoScalingMetric): Trigger {
  const { type, averageUtilization, averageValue } = (resource?.target ?? {}) as {
    type?: 'Utilization' | 'AverageValue';
    averageUtilization?: number;
    averageValue?: string;
  };
  const value = String(type === 'AverageValue' ? (averageValue ?? '') : (averageUtilization ?? ''));
  return { type: resource?.name ?? 'cpu', metricType: type ?? 'Utilization', metadata: { value } };
}

/** Only the windows reach the ScaledObject: policies, selectPolicy and tolerance are dropped. */
function windows(behavior: HorizontalPodAutoscalerBehavior | undefined): HorizontalPodAutoscalerBehavior {
  const { scaleUp, scaleDown } = behavior ?? {};
  return {
    scaleUp: { stabilizationWindowSeconds: scaleUp?.stabilizationWindowSeconds ?? defaultWindows.scaleUp },
    scaleDown: {
      stabilizationWindowSeconds: scaleDown?.stabilizationWindowSeconds ?? defaultWindows.scaleDown,
    },
  };
}

/** The ScaledObject of class keda (KServe keda_reconciler.go): a maximum that is unset or below the minimum is the minimum. */
export function predictorScaledObject(service: InferenceService): ScaledObject {
  const { minReplicas = 1, maxReplicas = 0, autoScaling } = service.spec.predictor;
  const triggers = (autoScaling?.metrics ?? [])
    .filter(({ type }) => type !== 'PodMetric')
    .map((metric) => (metric.type === 'External' ? externalTrigger(metric) : resourceTrigger(metric)));
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: {
      name: predictorName(service),
      namespace: service.metadata.namespace ?? '',
      labels: componentLabels(service),
      annotations: componentAnnotations(service),
      ownerReferences: [ownerReference(service)],
    },
    spec: {
      scaleTargetRef: { name: predictorName(service) },
      minReplicaCount: minReplicas,
      maxReplicaCount: Math.max(minReplicas, maxReplicas),
      triggers,
      advanced: { horizontalPodAutoscalerConfig: { behavior: windows(autoScaling?.behavior) } },
    },
  };
}
