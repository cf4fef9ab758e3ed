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

function targetOf(url: string, service: Service, pod: Pod): Target {
  const [port] = service.spec.ports ?? [];
  return {
    url: metricsUrl(url, pod),
    labels: {
      namespace: pod.metadata.namespace ?? '',
      pod: pod.metadata.name,
      container: servingContainer,
      service: service.metadata.name,
      job: service.metadata.name,
      endpoint: port?.name ?? '',
      instance: `${pod.status?.podIP ?? ''}:${String(port?.port ?? 8080)}`,
      // What Thanos adds to tell the two Prometheus of OpenShift apart.
      prometheus: 'openshift-user-workload-monitoring/user-workload',
    },
  };
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
