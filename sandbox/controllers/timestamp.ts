import type { KubernetesObject } from '../../src/resources/object';

/** Milliseconds since the epoch as Kubernetes writes times: RFC 3339 in whole seconds. */
export function timestamp(milliseconds: number): string {
  return new Date(Math.floor(milliseconds / 1000) * 1000).toISOString().replace('.000Z', 'Z');
}

/** When the object was made, in milliseconds since the epoch; 0 for an object that was never stored. */
export function createdAt(object: KubernetesObject): number {
  const { creationTimestamp } = object.metadata;
  return creationTimestamp === undefined ? 0 : Date.parse(creationTimestamp);
}
