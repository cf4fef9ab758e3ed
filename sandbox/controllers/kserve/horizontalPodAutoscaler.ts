import type {
  HorizontalPodAutoscaler,
  ResourceMetricSpec,
} from '../../../src/resources/horizontalPodAutoscaler';
import type { InferenceService } from '../../../src/resources/inferenceService';
import { ownerReference } from '../owner';
import { componentAnnotations, componentLabels, predictorName } from './annotations';

/** CPU utilization that KServe aims at when nothing else is said (constants.go), in percent. */
const defaultUtilization = 80;

/** KServe's own HPA, of class hpa or no class (hpa_reconciler.go). Metrics from outside the cluster are not for it. */
export function predictorHpa(service: InferenceService): HorizontalPodAutoscaler {
  const name = predictorName(service);
  const { minReplicas = 1, maxReplicas = 0, autoScaling } = service.spec.predictor;
  const min = Math.max(1, minReplicas);
  const cpu: ResourceMetricSpec = {
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: defaultUtilization } },
  };
  const given = (autoScaling?.metrics ?? []).flatMap(({ type, resource }): ResourceMetricSpec[] => {
    if (type !== 'Resource' || resource === undefined) return [];
    const target = resource.target as unknown as ResourceMetricSpec['resource']['target'];
    return [{ type, resource: { name: resource.name, target } }];
  });
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: {
      name,
      namespace: service.metadata.namespace ?? '',
      labels: componentLabels(service),
      annotations: componentAnnotations(service),
      ownerReferences: [ownerReference(service)],
    },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas: min,
      maxReplicas: Math.max(min, maxReplicas),
      metrics: given.length === 0 ? [cpu] : given,
      behavior: autoScaling?.behavior ?? {},
    },
  };
}
