import type { StoredObject } from '../definition';
import { defaultPodSpec } from './pod';

interface ReplicaSetSpec {
  template?: { metadata?: unknown; spec?: Record<string, unknown> };
}

/** Defaults of apps/v1 ReplicaSet (kubernetes pkg/apis/apps/v1/defaults.go). */
export function defaultReplicaSet(object: StoredObject): StoredObject {
  const spec: ReplicaSetSpec = object.spec ?? {};
  const template = { ...spec.template, spec: defaultPodSpec(spec.template?.spec ?? {}) };
  return { ...object, spec: { replicas: 1, ...spec, template } };
}
