import { useSyncExternalStore } from 'react';
import { secondClock } from './pollClock';

/** Words that count time (`wordsAt` takes milliseconds since 1970): draws anew only when the words change. */
export function useCounted(wordsAt: (now: number) => string): string {
  return useSyncExternalStore(secondClock.subscribe, () => wordsAt(secondClock.time()));
}
