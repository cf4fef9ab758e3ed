const listeners = new Set<() => void>();

/** A value that this browser keeps, null when there is none. */
export function readSetting(key: string): string | null {
  return localStorage.getItem(key);
}

/** Keeps a value in this browser and tells those who follow the settings. */
export function writeSetting(key: string, value: string): void {
  localStorage.setItem(key, value);
  for (const listener of listeners) listener();
}

/** Calls `listener` after each change of a setting in this page; returns the way to stop. */
export function subscribeSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
