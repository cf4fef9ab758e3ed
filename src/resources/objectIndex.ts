import type { KubernetesObject } from './object';

const none: readonly never[] = [];

/**
 * Lists of objects by namespace and a name that each object gives; undefined leaves an object out. The objects of a
 * list are in the order of their own names, whenever they came.
 */
export class ObjectIndex<T extends KubernetesObject> {
  /** A list is replaced, never changed: those who hold it see that it changed. */
  private readonly lists = new Map<string, readonly T[]>();

  constructor(private readonly nameOf: (object: T) => string | undefined) {}

  add(object: T): void {
    const key = this.keyOf(object);
    if (key === undefined) return;
    const list = this.lists.get(key);
    if (list === undefined) {
      this.lists.set(key, [object]);
      return;
    }
    const place = list.findIndex((other) => other.metadata.name > object.metadata.name);
    this.lists.set(key, list.toSpliced(place < 0 ? list.length : place, 0, object));
  }

  remove(object: T): void {
    const key = this.keyOf(object);
    const left = key === undefined ? undefined : this.lists.get(key)?.filter((other) => other !== object);
    if (key === undefined || left === undefined) return;
    if (left.length === 0) this.lists.delete(key);
    else this.lists.set(key, left);
  }

  all(namespace: string, name: string): readonly T[] {
    return this.lists.get(`${namespace}/${name}`) ?? none;
  }

  first(namespace: string, name: string): T | undefined {
    return this.lists.get(`${namespace}/${name}`)?.[0];
  }

  private keyOf(object: T): string | undefined {
    const name = this.nameOf(object);
    return name === undefined ? undefined : `${object.metadata.namespace ?? ''}/${name}`;
  }
}
