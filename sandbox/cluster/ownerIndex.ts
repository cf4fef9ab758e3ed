import { keyOf } from './collection';
import type { StoredObject } from './definition';

/** An object and the resource it is stored under. */
export type Located = readonly [resource: string, object: StoredObject];

const addressOf = (resource: string, { metadata }: StoredObject): string =>
  `${resource}:${keyOf(metadata.namespace, metadata.name)}`;

/** Who owns whom, so that a deletion need not look at every object. */
export class OwnerIndex {
  private readonly byUid = new Map<string, Located>();
  private readonly byOwner = new Map<string, Map<string, Located>>();

  /** Takes note of a change: an object that appeared (no previous), changed, or went (no next). */
  update(resource: string, previous: StoredObject | undefined, next: StoredObject | undefined): void {
    if (previous !== undefined) this.forget(resource, previous);
    if (next === undefined) return;
    if (next.metadata.uid !== undefined) this.byUid.set(next.metadata.uid, [resource, next]);
    for (const { uid } of next.metadata.ownerReferences ?? []) {
      const owned = this.byOwner.get(uid) ?? new Map<string, Located>();
      this.byOwner.set(uid, owned);
      owned.set(addressOf(resource, next), [resource, next]);
    }
  }

  /** The objects that name this owner. */
  dependents(uid: string | undefined): Located[] {
    return uid === undefined ? [] : [...(this.byOwner.get(uid)?.values() ?? [])];
  }

  find(uid: string): Located | undefined {
    return this.byUid.get(uid);
  }

  private forget(resource: string, object: StoredObject): void {
    if (object.metadata.uid !== undefined) this.byUid.delete(object.metadata.uid);
    for (const { uid } of object.metadata.ownerReferences ?? []) {
      const owned = this.byOwner.get(uid);
      owned?.delete(addressOf(resource, object));
      if (owned?.size === 0) this.byOwner.delete(uid);
    }
  }
}
