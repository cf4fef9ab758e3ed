import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Kind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { KubeClient } from './kubeClient';
import { pathOf } from './kubeClient';

/** A local copy of a collection that follows the API server by list and watch. */
export interface Informer<T extends KubernetesObject> {
  /** All objects as last seen. */
  items(): T[];
  get(namespace: string | undefined, name: string): T | undefined;
  /** Called after each change; returns the way to stop. */
  onChange(listener: (type: 'ADDED' | 'MODIFIED' | 'DELETED', object: T) => void): () => void;
  /** Resolves when the first list is in. */
  readonly ready: Promise<void>;
  stop(): void;
}

const keyOf = (namespace: string | undefined, name: string): string => `${namespace ?? ''}/${name}`;

/** Follows all objects of `kind` (in `namespace`, or everywhere); lists again after 410 or a lost connection. */
export function startInformer<T extends KubernetesObject>(
  client: KubeClient,
  kind: Kind,
  namespace?: string,
): Informer<T> {
  const objects = new Map<string, T>();
  const listeners = new Set<(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: T) => void>();
  const abort = new AbortController();

  function apply(type: 'ADDED' | 'MODIFIED' | 'DELETED', object: T): void {
    const key = keyOf(object.metadata.namespace, object.metadata.name);
    if (type === 'DELETED') objects.delete(key);
    else objects.set(key, object);
    for (const listener of listeners) listener(type, object);
  }

  async function relist(): Promise<string> {
    const list = await client.list<T>(kind, namespace);
    const seen = new Set<string>();
    for (const item of list.items) {
      const key = keyOf(item.metadata.namespace, item.metadata.name);
      seen.add(key);
      const known = objects.get(key);
      if (known === undefined) apply('ADDED', item);
      else if (known.metadata.resourceVersion !== item.metadata.resourceVersion) apply('MODIFIED', item);
    }
    for (const [key, object] of [...objects]) if (!seen.has(key)) apply('DELETED', object);
    return list.resourceVersion;
  }

  async function watch(resourceVersion: string): Promise<void> {
    const response = await fetch(
      `${client.url}${pathOf(kind, namespace)}?watch=true&allowWatchBookmarks=true&resourceVersion=${resourceVersion}`,
      { headers: { Authorization: `Bearer ${client.token}` }, signal: abort.signal },
    );
    if (!response.ok || response.body === null) return;
    for await (const line of createInterface({ input: Readable.fromWeb(response.body) })) {
      const event = JSON.parse(line) as { type: string; object: T };
      if (event.type === 'ERROR') return;
      if (event.type === 'ADDED' || event.type === 'MODIFIED' || event.type === 'DELETED')
        apply(event.type, event.object);
    }
  }

  let markReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });

  async function follow(): Promise<void> {
    while (!abort.signal.aborted) {
      try {
        const resourceVersion = await relist();
        markReady();
        await watch(resourceVersion);
      } catch (error) {
        if (abort.signal.aborted) return;
        // The server may be restarting or the kind absent: try again, without spinning.
        await new Promise((resolve) => setTimeout(resolve, 200));
        if (!(error instanceof Error)) throw error;
      }
    }
  }
  void follow();

  return {
    items: () => [...objects.values()],
    get: (ns, name) => objects.get(keyOf(ns, name)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready,
    stop: () => {
      abort.abort();
    },
  };
}
