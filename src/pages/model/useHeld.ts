import { useState, useSyncExternalStore } from 'react';
import type { Cursor } from '../../graphs/cursor';

/** Whether somebody reads the graphs, by pointer or keys: then nothing must move under the cursor. */
export function useIsReading(cursor: Cursor): boolean {
  return useSyncExternalStore(cursor.subscribe, () => cursor.time() !== undefined);
}

/** The newest value, or, while it is held, the one of when that began. */
export function useHeld<T>(value: T, held: boolean): T {
  const [kept, setKept] = useState<{ value: T }>();
  if (held !== (kept !== undefined)) setKept(held ? { value } : undefined);
  return kept === undefined ? value : kept.value;
}
