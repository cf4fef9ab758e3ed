import type { KubernetesObject } from './object';

/** Whether `owner` is among the owners of `object`, by uid where both sides have one, else by kind and name. */
export function isOwnedBy(object: KubernetesObject, owner: KubernetesObject): boolean {
  return (object.metadata.ownerReferences ?? []).some((reference) =>
    reference.uid !== '' && owner.metadata.uid !== undefined
      ? reference.uid === owner.metadata.uid
      : reference.kind === owner.kind && reference.name === owner.metadata.name,
  );
}

/** Whether an object of this kind owns `object`. */
export function isOwnedByKind(object: KubernetesObject, kind: string): boolean {
  return (object.metadata.ownerReferences ?? []).some((reference) => reference.kind === kind);
}
