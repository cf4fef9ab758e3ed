import type { StoredObject } from '../definition';
import type { Cause } from '../failure';
import { isObject } from '../fields';

type Fields = Record<string, unknown>;

const probeDefaults = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 };
const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'];

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** An image without a tag, or the latest, is pulled each time. */
function pullPolicy(image: unknown): string {
  const name = typeof image === 'string' ? (image.split('/').at(-1) ?? '') : '';
  const pinned = name.includes('@') || (name.includes(':') && !name.endsWith(':latest'));
  return pinned ? 'IfNotPresent' : 'Always';
}

function defaultContainer(container: Fields): Fields {
  const given = probes.filter((probe) => isObject(container[probe]));
  return {
    terminationMessagePath: '/dev/termination-log',
    terminationMessagePolicy: 'File',
    imagePullPolicy: pullPolicy(container.image),
    resources: {},
    ...container,
    ...(Array.isArray(container.ports)
      ? { ports: listOf(container.ports).map((port) => ({ protocol: 'TCP', ...port })) }
      : {}),
    ...Object.fromEntries(
      given.map((probe) => [probe, { ...probeDefaults, ...(container[probe] as Fields) }]),
    ),
  };
}

/** Defaults of core/v1 PodSpec (kubernetes pkg/apis/core/v1/defaults.go), in pods and in templates of them. */
export function defaultPodSpec(spec: Fields): Fields {
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    schedulerName: 'default-scheduler',
    securityContext: {},
    ...spec,
    ...(typeof spec.serviceAccountName === 'string' ? { serviceAccount: spec.serviceAccountName } : {}),
    containers: listOf(spec.containers).map(defaultContainer),
  };
}

/** Requests follow limits; in pods only, not in templates. */
function withRequests(container: Fields): Fields {
  const resources = (container.resources ?? {}) as { limits?: Fields; requests?: Fields };
  const requests = { ...resources.limits, ...resources.requests };
  if (Object.keys(requests).length === 0) return container;
  return { ...container, resources: { ...resources, requests } };
}

/** Defaults of a pod; its phase starts as Pending. */
export function defaultPod(object: StoredObject): StoredObject {
  const spec = defaultPodSpec(object.spec ?? {});
  return {
    ...object,
    spec: { enableServiceLinks: true, ...spec, containers: listOf(spec.containers).map(withRequests) },
    status: { phase: 'Pending', qosClass: 'Burstable', ...object.status },
  };
}

/** A pod needs a container; `field` is where its spec is. */
export function validatePodSpec(spec: Fields | undefined, field: string): Cause[] {
  if (listOf(spec?.containers).length > 0) return [];
  return [{ reason: 'FieldValueRequired', message: 'Required value', field: `${field}.containers` }];
}
