import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { readSetting, subscribeSettings, writeSetting } from '../settings';

const keyOf = (key: string): string => `sandbox/user-preference/${key}`;

type Update<T> = T | ((current: T) => T);

/** A preference of the user, kept in this browser; the console keeps it in the cluster. Always loaded. */
export function useUserPreference<T>(
  key: string,
  defaultValue?: T,
): [T, (update: Update<T>) => void, boolean] {
  const stored = useSyncExternalStore(subscribeSettings, () => readSetting(keyOf(key)));
  const value = useMemo(
    () => (stored === null ? (defaultValue as T) : (JSON.parse(stored) as T)),
    [stored, defaultValue],
  );
  const setValue = useCallback(
    (update: Update<T>) => {
      const next = typeof update === 'function' ? (update as (current: T) => T)(value) : update;
      writeSetting(keyOf(key), JSON.stringify(next));
    },
    [key, value],
  );
  return [value, setValue, true];
}
