import { Collection, keyOf } from './collection';
import type { StoredObject } from './definition';
import type { Located } from './ownerIndex';
import { OwnerIndex } from './ownerIndex';

/** A change of one object; `previous` is what it was before. */
export interface Change {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  resource: string;
  resourceVersion: number;
  object: StoredObject;
  previous?: StoredObject;
}

/** Minutes of a busy cluster: kube-apiserver keeps five of them in etcd, and as many as are asked for in its watch cache. */
const defaultLogLimit = 2000;

/** All objects, one resourceVersion that counts every write, and a bounded log of changes that watches replay. */
export class Store {
  private revision: number;
  private log: Change[] = [];
  private oldest: number;
  private readonly resources = new Map<string, Collection>();
  private readonly owners = new OwnerIndex();
  private readonly listeners = new Set<(change: Change) => void>();

  /**
   * `start` is the resourceVersion before the first write: with a higher one for each new store, the watches of an
   * older one are told to list again. `logLimit` is how many changes are kept at least.
   */
  constructor(
    start = 1,
    private readonly logLimit = defaultLogLimit,
  ) {
    this.revision = start;
    this.oldest = start;
  }

  get resourceVersion(): number {
    return this.revision;
  }

  /** The oldest resourceVersion that a watch can still start from. */
  get oldestVersion(): number {
    return this.oldest;
  }

  get(resource: string, namespace: string | undefined, name: string): StoredObject | undefined {
    return this.resources.get(resource)?.get(keyOf(namespace, name));
  }

  /** Objects in the order of their keys, as etcd gives them; only those behind the key `after` when it is given. */
  list(resource: string, namespace?: string, after?: string): StoredObject[] {
    return this.resources.get(resource)?.list(namespace, after) ?? [];
  }

  /** Keeps the object under a new resourceVersion and returns it with that. */
  put(resource: string, object: StoredObject): StoredObject {
    const objects = this.resources.get(resource) ?? new Collection();
    this.resources.set(resource, objects);
    const key = keyOf(object.metadata.namespace, object.metadata.name);
    const previous = objects.get(key);
    const stored = this.versioned(object);
    objects.set(key, stored);
    this.owners.update(resource, previous, stored);
    this.record({
      type: previous === undefined ? 'ADDED' : 'MODIFIED',
      resource,
      resourceVersion: this.revision,
      object: stored,
      ...(previous === undefined ? {} : { previous }),
    });
    return stored;
  }

  /** Takes an object away; nothing happens when it is gone already. */
  remove(resource: string, object: StoredObject): void {
    const objects = this.resources.get(resource);
    const key = keyOf(object.metadata.namespace, object.metadata.name);
    const previous = objects?.get(key);
    if (objects === undefined || previous === undefined) return;
    objects.delete(key);
    this.owners.update(resource, previous, undefined);
    const gone = this.versioned(object);
    this.record({ type: 'DELETED', resource, resourceVersion: this.revision, object: gone, previous });
  }

  /** All objects within a namespace. */
  within(namespace: string): Located[] {
    return [...this.resources].flatMap(([resource, objects]) =>
      objects.list(namespace).map((object): Located => [resource, object]),
    );
  }

  /** The objects that name this owner. */
  dependents(uid: string | undefined): Located[] {
    return this.owners.dependents(uid);
  }

  /** The object with this uid, of any resource. */
  find(uid: string): Located | undefined {
    return this.owners.find(uid);
  }

  /** The changes after a resourceVersion, for a watch that starts there. */
  since(resource: string, resourceVersion: number): Change[] {
    let first = this.log.length;
    while (first > 0 && (this.log[first - 1]?.resourceVersion ?? 0) > resourceVersion) first -= 1;
    return this.log.slice(first).filter((change) => change.resource === resource);
  }

  onChange(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private versioned(object: StoredObject): StoredObject {
    this.revision += 1;
    return { ...object, metadata: { ...object.metadata, resourceVersion: String(this.revision) } };
  }

  private record(change: Change): void {
    this.log.push(change);
    // Half a log at a time: shifting a long array at each write would be quadratic.
    if (this.log.length > this.logLimit * 1.5) {
      const dropped = this.log.splice(0, this.log.length - this.logLimit);
      this.oldest = dropped.at(-1)?.resourceVersion ?? this.oldest;
    }
    for (const listener of this.listeners) listener(change);
  }
}
