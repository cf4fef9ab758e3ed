import type { Cancel, Clock } from '../clock';
import { ApiError } from '../client/kubeClient';

/** Runs one reconcile at a time for each key, soon after the key was added. */
export interface WorkQueue {
  /** Asks for a run; many in a burst make one. */
  add(key: string): void;
  /** Asks for a run after simulated milliseconds. */
  addAfter(key: string, delay: number): void;
  /** Resolves when no run is under way; nothing starts afterwards. */
  stop(): Promise<void>;
}

const debounceMilliseconds = 3;
const firstRetry = 500;
const lastRetry = 60_000;
/** A run that meets another writer, or an object that just went, does better the next time. */
const toleratedFailures = 3;

/**
 * A work queue as controllers have it (client-go util/workqueue): a run that throws is repeated, later each time.
 * `onError` hears of each failure; of conflicts and missing objects only when they do not pass.
 */
export function startWorkQueue(
  clock: Clock,
  reconcile: (key: string) => Promise<void>,
  onError: (key: string, error: unknown) => void,
): WorkQueue {
  const waiting = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  const failures = new Map<string, number>();
  const delayed = new Set<Cancel>();
  let stopped = false;

  function addAfter(key: string, delay: number): void {
    const cancel = clock.after(delay, () => {
      delayed.delete(cancel);
      add(key);
    });
    delayed.add(cancel);
  }

  function failed(key: string, error: unknown): void {
    const count = failures.get(key) ?? 0;
    failures.set(key, count + 1);
    addAfter(key, Math.min(firstRetry * 2 ** count, lastRetry));
    const isPassing = error instanceof ApiError && (error.code === 409 || error.code === 404);
    if (!isPassing || count >= toleratedFailures) onError(key, error);
  }

  async function run(key: string): Promise<void> {
    try {
      await reconcile(key);
      failures.delete(key);
    } catch (error) {
      if (!stopped) failed(key, error);
    }
    running.delete(key);
    if (again.delete(key)) add(key);
  }

  function add(key: string): void {
    if (stopped || waiting.has(key)) return;
    if (running.has(key)) {
      again.add(key);
      return;
    }
    const start = (): void => {
      waiting.delete(key);
      running.set(key, run(key));
    };
    waiting.set(key, setTimeout(start, debounceMilliseconds));
  }

  return {
    add,
    addAfter,
    async stop() {
      stopped = true;
      for (const timer of waiting.values()) clearTimeout(timer);
      for (const cancel of delayed) cancel();
      await Promise.all(running.values());
    },
  };
}

/** "namespace/name", the key of a namespaced object. */
export function keyOf(object: { metadata: { namespace?: string; name: string } }): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}

/** The namespace and name of a key. */
export function addressOf(key: string): { namespace: string; name: string } {
  const [namespace = '', name = ''] = key.split('/');
  return { namespace, name };
}
