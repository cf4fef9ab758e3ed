import type { InferenceService } from '../../../src/resources/inferenceService';
import type { KubernetesObject } from '../../../src/resources/object';
import { inferenceServiceLabel } from '../kserve/annotations';
import type { ServingRuntime } from '../kserve/podTemplate';
import type { Service } from '../kserve/service';
import { ownerReference } from '../owner';

const portAnnotation = 'prometheus.io/port';
const pathAnnotation = 'prometheus.io/path';
const scrapeLabel = 'monitoring.opendatahub.io/scrape';

/** The Service through which the pods are scraped (kserve_metrics_service_reconciler.go); undefined without a metrics port. */
export function metricsService(service: InferenceService, runtime: ServingRuntime): Service | undefined {
  const port = Number(runtime.spec.annotations?.[portAnnotation] ?? Number.NaN);
  if (Number.isNaN(port)) return undefined;
  const { name, namespace = '' } = service.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `${name}-metrics`,
      namespace,
      labels: { name: `${name}-metrics`, [scrapeLabel]: 'true' },
      ownerReferences: [ownerReference(service)],
    },
    spec: {
      selector: { [inferenceServiceLabel]: name },
      ports: [{ name: `${runtime.metadata.name}-metrics`, port, targetPort: port, protocol: 'TCP' }],
    },
  };
}

/** The ServiceMonitor beside the Service; without an interval, so that user workload monitoring's 30 s hold. */
export function serviceMonitor(
  service: InferenceService,
  runtime: ServingRuntime,
): KubernetesObject & { spec: Record<string, unknown> } {
  const name = `${service.metadata.name}-metrics`;
  const path = runtime.spec.annotations?.[pathAnnotation] ?? '/metrics';
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: {
      name,
      namespace: service.metadata.namespace ?? '',
      ownerReferences: [ownerReference(service)],
    },
    spec: {
      endpoints: [{ port: `${runtime.metadata.name}-metrics`, scheme: 'http', path }],
      namespaceSelector: {},
      selector: { matchLabels: { name, [scrapeLabel]: 'true' } },
    },
  };
}
