import type { KubernetesObject } from '../../src/resources/object';
import type { Pod } from '../../src/resources/pod';
import type { Target } from '../metrics/scrape';
import { modelLabel, servingContainer } from './servingPod';

/** core/v1 Service, as far as discovery looks at it. */
export interface Service extends KubernetesObject {
  spec: {
    selector?: Record<string, string>;
    ports?: { name?: string; port: number; targetPort?: number | string }[];
  };
}

const monitored = ({ metadata, spec }: Service): boolean =>
  metadata.name.endsWith('-metrics') && spec.selector?.[modelLabel] !== undefined;

/** Discovery drops pods without an address and ended ones; pods that are still loading stay, and answer nothing yet. */
function hasEndpoint({ metadata, status }: Pod): boolean {
  const ended = status?.phase === 'Succeeded' || status?.phase === 'Failed';
  return status?.podIP !== undefined && !ended && metadata.deletionTimestamp === undefined;
}

function selects({ metadata, spec }: Service, pod: Pod): boolean {
  return (
    metadata.namespace === pod.metadata.namespace &&
    Object.entries(spec.selector ?? {}).every(([key, value]) => pod.metadata.labels?.[key] === value)
  );
}

/** Where the engines' server answers for a pod. */
export function metricsUrl(url: string, { metadata }: Pod): string {
  return `${url}/${metadata.namespace ?? ''}/${metadata.name}/metrics`;
}

/** The labels that user-workload monitoring gives to what it scrapes from a pod through a Service. */
export function podTargetLabels(
  { metadata, status }: Pod,
  service: string,
  port: { name?: string; port: number } = { name: service, port: 8080 },
): Target['labels'] {
  return {
    namespace: metadata.namespace ?? '',
    pod: metadata.name,
    container: servingContainer,
    service,
    job: service,
    endpoint: port.name ?? '',
    instance: `${status?.podIP ?? ''}:${String(port.port)}`,
    // What Thanos adds to tell the two Prometheus of OpenShift apart.
    prometheus: 'openshift-user-workload-monitoring/user-workload',
  };
}

function targetOf(url: string, service: Service, pod: Pod): Target {
  const { name } = service.metadata;
  const [port = { port: 8080 }] = service.spec.ports ?? [];
  return { url: metricsUrl(url, pod), labels: podTargetLabels(pod, name, port) };
}

/** What user-workload monitoring scrapes through the ServiceMonitors that odh-model-controller makes: each pod behind a Service `<isvc>-metrics`. */
export function podTargets(url: string, services: readonly Service[], pods: readonly Pod[]): Target[] {
  return services
    .filter(monitored)
    .flatMap((service) =>
      pods
        .filter((pod) => hasEndpoint(pod) && selects(service, pod))
        .map((pod) => targetOf(url, service, pod)),
    );
}
