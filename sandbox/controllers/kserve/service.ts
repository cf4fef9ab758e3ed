import type { InferenceService } from '../../../src/resources/inferenceService';
import type { KubernetesObject } from '../../../src/resources/object';
import { ownerReference } from '../owner';
import { componentAnnotations, componentLabels, predictorName, selectorLabels } from './annotations';

const port = 8080;

/** core/v1 Service, the part that the sandbox makes. */
export interface Service extends KubernetesObject {
  spec: {
    clusterIP?: string;
    selector: Record<string, string>;
    ports: { name: string; port: number; targetPort: number | string; protocol: string }[];
  };
}

/** The predictor's Service; headless, as OpenShift AI configures KServe. */
export function predictorService(service: InferenceService): Service {
  const name = predictorName(service);
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      namespace: service.metadata.namespace ?? '',
      labels: componentLabels(service),
      annotations: componentAnnotations(service),
      ownerReferences: [ownerReference(service)],
    },
    spec: {
      clusterIP: 'None',
      selector: selectorLabels(service),
      ports: [{ name, port, targetPort: port, protocol: 'TCP' }],
    },
  };
}

/** Where the model answers inside the cluster. */
export function predictorUrl(service: InferenceService): string {
  const { namespace = '' } = service.metadata;
  return `http://${predictorName(service)}.${namespace}.svc.cluster.local:${String(port)}`;
}
