import type { Kind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { KubeClient } from './kubeClient';
import { ApiError, pathOf } from './kubeClient';
import { linesOf } from './lines';

type ChangeType = 'ADDED' | 'MODIFIED' | 'DELETED';

/** A local copy of a collection that follows the API server by list and watch. */
export interface Informer<T extends KubernetesObject> {
  /** All objects as last seen. */
  items(): T[];
  get(namespace: string | undefined, name: string): T | undefined;
  /** Called after each change; returns the way to stop. What a listener throws is reported, and the rest goes on. */
  onChange(listener: (type: ChangeType, object: T) => void): () => void;
  /** Resolves when the first list is in, or at stop(). */
  readonly ready: Promise<void>;
  /** Ends the watch and all timers; no listener is called afterwards. */
  stop(): void;
}

/** Who hears of errors that the informer lives through. */
export type Report = (message: string) => void;

interface WatchEvent<T> {
  type: string;
  object: T;
}

const firstDelay = 100;
const longestDelay = 5_000;
const absentKindDelay = 1_000;
/** A restart of the server takes a few tries; only what lasts longer is worth a line. */
const quietFailures = 5;

const keyOf = (namespace: string | undefined, name: string): string => `${namespace ?? ''}/${name}`;
const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Follows all objects of `kind` (in `namespace`, or everywhere); lists again after 410 or a lost connection.
 * A kind that the server does not serve is an empty collection until it does.
 */
export function startInformer<T extends KubernetesObject>(
  client: KubeClient,
  kind: Kind,
  namespace?: string,
  report: Report = console.error,
): Informer<T> {
  const objects = new Map<string, T>();
  const listeners = new Set<(type: ChangeType, object: T) => void>();
  const abort = new AbortController();
  const { signal } = abort;
  const stopped = (): boolean => signal.aborted;
  let markReady: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });

  function apply(type: ChangeType, object: T): void {
    if (stopped()) return;
    const key = keyOf(object.metadata.namespace, object.metadata.name);
    if (type === 'DELETED') objects.delete(key);
    else objects.set(key, object);
    for (const listener of [...listeners]) {
      try {
        listener(type, object);
      } catch (error) {
        report(`A listener to ${kind.plural} failed on ${key}: ${textOf(error)}`);
      }
    }
  }

  function replaceAll(items: readonly T[]): void {
    const seen = new Set<string>();
    for (const item of items) {
      const key = keyOf(item.metadata.namespace, item.metadata.name);
      seen.add(key);
      const known = objects.get(key);
      if (known === undefined) apply('ADDED', item);
      else if (known.metadata.resourceVersion !== item.metadata.resourceVersion) apply('MODIFIED', item);
    }
    for (const [key, object] of [...objects]) if (!seen.has(key)) apply('DELETED', object);
  }

  /** The resourceVersion of the list; undefined when there is no such kind. */
  async function relist(): Promise<string | undefined> {
    try {
      const list = await client.list<T>(kind, namespace);
      replaceAll(list.items);
      return list.resourceVersion;
    } catch (error) {
      if (!(error instanceof ApiError && error.code === 404)) throw error;
      replaceAll([]);
      return undefined;
    }
  }

  async function watch(resourceVersion: string): Promise<void> {
    const query = `watch=true&allowWatchBookmarks=true&resourceVersion=${resourceVersion}`;
    const response = await fetch(`${client.url}${pathOf(kind, namespace)}?${query}`, {
      headers: { Authorization: `Bearer ${client.token}` },
      signal,
    });
    if (!response.ok || response.body === null)
      throw new Error(`the watch was answered ${String(response.status)}: ${await response.text()}`);
    for await (const line of linesOf(response.body)) {
      const event = JSON.parse(line) as WatchEvent<T>;
      if (event.type === 'ERROR') return;
      if (event.type === 'ADDED' || event.type === 'MODIFIED' || event.type === 'DELETED')
        apply(event.type, event.object);
    }
  }

  async function follow(): Promise<void> {
    let failures = 0;
    while (!stopped()) {
      // Also after a watch that ended in peace: a server that ends each at once must not be hammered.
      let delay = firstDelay;
      try {
        const resourceVersion = await relist();
        markReady();
        failures = 0;
        if (resourceVersion === undefined) delay = absentKindDelay;
        else await watch(resourceVersion);
      } catch (error) {
        failures += 1;
        delay = Math.min(longestDelay, firstDelay * 2 ** failures);
        if (!stopped() && failures === quietFailures)
          report(`Cannot follow ${kind.plural} at ${client.url}, still trying: ${textOf(error)}`);
      }
      await sleep(delay, signal);
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
      markReady();
    },
  };
}

/** Waits real milliseconds, or until the signal. */
function sleep(delay: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, delay);
    signal.addEventListener('abort', done);
  });
}
