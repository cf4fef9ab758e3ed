import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
const period = 15_000;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const one of listeners) one();
  }, period);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function read(): number {
  // Nobody kept it fresh while nobody looked.
  if (listeners.size === 0) now = Date.now();
  return now;
}

/** The simulated time in milliseconds, the same for all timestamps of the page, renewed each 15 simulated seconds. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, read);
}
