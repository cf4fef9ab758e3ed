/** The time under the pointer, shared by all graphs of a page. It moves lines without rendering anything anew. */
export interface Cursor {
  /** Seconds since 1970, undefined when the pointer is elsewhere. */
  time: () => number | undefined;
  move: (time: number | undefined) => void;
  /** Calls the listener at each move; returns the function that ends it. */
  subscribe: (listener: () => void) => () => void;
}

/** A cursor for one page. */
export function createCursor(): Cursor {
  const listeners = new Set<() => void>();
  let current: number | undefined;
  return {
    time: () => current,
    move(time) {
      if (time === current) return;
      current = time;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
