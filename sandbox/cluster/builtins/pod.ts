import type { StoredObject } from '../definition';
import type { Cause } from '../failure';

type Fields = Record<string, unknown>;

const containerDefaults = {
  terminationMessagePath: '/dev/termination-log',
  terminationMessagePolicy: 'File',
  imagePullPolicy: 'IfNotPresent',
};

/** Defaults of core/v1 PodSpec (kubernetes pkg/apis/core/v1/defaults.go); requests follow limits. */
export function defaultPodSpec(spec: Fields): Fields {
  const containers = (Array.isArray(spec.containers) ? spec.containers : []) as Fields[];
  return {
    restartPolicy: 'Always',
    terminationGracePeriodSeconds: 30,
    dnsPolicy: 'ClusterFirst',
    schedulerName: 'default-scheduler',
    securityContext: {},
    ...spec,
    containers: containers.map((container) => {
      const resources = (container.resources ?? {}) as { limits?: Fields; requests?: Fields };
      const requests = { ...resources.limits, ...resources.requests };
      const filled = Object.keys(requests).length === 0 ? resources : { ...resources, requests };
      return { ...containerDefaults, ...container, resources: filled };
    }),
  };
}

/** Defaults of a pod; its phase starts as Pending. */
export function defaultPod(object: StoredObject): StoredObject {
  return {
    ...object,
    spec: defaultPodSpec(object.spec ?? {}),
    status: { phase: 'Pending', qosClass: 'Burstable', ...object.status },
  };
}

/** A pod needs a container. */
export function validatePod(object: StoredObject): Cause[] {
  const containers = object.spec?.containers;
  if (Array.isArray(containers) && containers.length > 0) return [];
  return [{ reason: 'FieldValueRequired', message: 'Required value', field: 'spec.containers' }];
}
