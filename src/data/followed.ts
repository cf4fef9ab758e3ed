import { useCallback, useSyncExternalStore } from 'react';

const keys = new Set<string>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Notes that a policy of this model was saved. */
export function noteFollowed(key: string): void {
  keys.add(key);
  for (const listener of [...listeners]) listener();
}

/** Whether a policy of this model was saved since the console was loaded: only then there is a way to be shown. */
export function useIsFollowed(key: string): boolean {
  return useSyncExternalStore(
    subscribe,
    useCallback(() => keys.has(key), [key]),
  );
}
