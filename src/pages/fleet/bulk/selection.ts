/** Which models are selected. Each row listens for itself, so that selecting one draws one row anew and not the table. */
export interface Selection {
  subscribe: (listener: () => void) => () => void;
  /** The keys (namespace/name); another set after each change. */
  get: () => ReadonlySet<string>;
  has: (key: string) => boolean;
  /** Selects the models, or takes them out. */
  set: (keys: readonly string[], selected: boolean) => void;
  clear: () => void;
}

/** A selection without a model. */
export function createSelection(): Selection {
  const listeners = new Set<() => void>();
  let selected: ReadonlySet<string> = new Set();
  function put(next: ReadonlySet<string>): void {
    selected = next;
    for (const listener of [...listeners]) listener();
  }
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    get: () => selected,
    has: (key) => selected.has(key),
    set(keys, isSelected) {
      const next = new Set(selected);
      for (const key of keys) {
        if (isSelected) next.add(key);
        else next.delete(key);
      }
      put(next);
    },
    clear() {
      put(new Set());
    },
  };
}
