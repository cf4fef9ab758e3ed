import { useSyncExternalStore } from 'react';
import { pollClock } from './pollClock';

/** Time of the page's last tick, in milliseconds since 1970; renders anew at each tick. */
export function useNow(): number {
  return useSyncExternalStore(pollClock.subscribe, pollClock.time);
}
