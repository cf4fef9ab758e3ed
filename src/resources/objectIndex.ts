import type { KubernetesObject } from './object';

/** Lists of objects by namespace and a name that each object gives; undefined leaves an object out. */
export class ObjectIndex<T extends KubernetesObject> {
  private readonly lists = new Map<string, T[]>();

  constructor(
    objects: readonly T[],
    nameOf: (object: T) => string | undefined = (object) => object.metadata.name,
  ) {
    for (const object of objects) {
      const name = nameOf(object);
      if (name === undefined) continue;
      const key = `${object.metadata.namespace ?? ''}/${name}`;
      const list = this.lists.get(key);
      if (list === undefined) this.lists.set(key, [object]);
      else list.push(object);
    }
  }

  all(namespace: string, name: string): readonly T[] {
    return this.lists.get(`${namespace}/${name}`) ?? [];
  }

  first(namespace: string, name: string): T | undefined {
    return this.all(namespace, name)[0];
  }
}
