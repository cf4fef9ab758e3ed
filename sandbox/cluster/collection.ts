import type { StoredObject } from './definition';

/** Identifies an object within its resource; the order of keys is that of etcd. */
export function keyOf(namespace: string | undefined, name: string): string {
  return `${namespace ?? ''}/${name}`;
}

/** The objects of one resource, kept in the order of their keys. */
export class Collection {
  private readonly objects = new Map<string, StoredObject>();
  private readonly keys: string[] = [];

  get(key: string): StoredObject | undefined {
    return this.objects.get(key);
  }

  set(key: string, object: StoredObject): void {
    if (!this.objects.has(key)) this.keys.splice(this.position(key), 0, key);
    this.objects.set(key, object);
  }

  delete(key: string): void {
    if (this.objects.delete(key)) this.keys.splice(this.position(key), 1);
  }

  values(): IterableIterator<StoredObject> {
    return this.objects.values();
  }

  /** The objects of a namespace, or all; only those behind the key `after` when it is given. */
  list(namespace?: string, after?: string): StoredObject[] {
    const first = namespace === undefined ? 0 : this.position(`${namespace}/`);
    // "0" is the character that follows "/".
    const end = namespace === undefined ? this.keys.length : this.position(`${namespace}0`);
    const next = after === undefined ? first : this.position(`${after}\0`);
    return this.keys.slice(Math.max(first, next), end).flatMap((key) => this.objects.get(key) ?? []);
  }

  /** Where the key is, or would be. */
  private position(key: string): number {
    let low = 0;
    let high = this.keys.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.keys[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
