import type { KubernetesObject, OwnerReference } from '../../src/resources/object';

/** A reference to an owner; with `controller` to the one that manages the object. */
export function ownerReference(owner: KubernetesObject, controller = true): OwnerReference {
  const { apiVersion, kind, metadata } = owner;
  const reference = { apiVersion, kind, name: metadata.name, uid: metadata.uid ?? '' };
  return controller ? { ...reference, controller: true, blockOwnerDeletion: true } : reference;
}
