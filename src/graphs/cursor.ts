import type { TimeDomain } from './plot';

/** The time under the pointer and what is being selected, shared by all graphs of a page. Nothing renders when it moves. */
export interface Cursor {
  /** Seconds since 1970, undefined when the pointer is elsewhere. */
  time: () => number | undefined;
  move: (time: number | undefined) => void;
  /** What a drag has covered so far, start before end. */
  selection: () => TimeDomain | undefined;
  /** Selects between two times in any order; undefined ends the selection. */
  select: (between: readonly [number, number] | undefined) => void;
  /** Calls the listener at each move and selection; returns the function that ends it. */
  subscribe: (listener: () => void) => () => void;
}

/** A cursor for one page. */
export function createCursor(): Cursor {
  const listeners = new Set<() => void>();
  let current: number | undefined;
  let selected: TimeDomain | undefined;
  function publish(): void {
    for (const listener of [...listeners]) listener();
  }
  return {
    time: () => current,
    move(time) {
      if (time === current) return;
      current = time;
      publish();
    },
    selection: () => selected,
    select(between) {
      if (between === undefined && selected === undefined) return;
      selected = between && { start: Math.min(...between), end: Math.max(...between) };
      publish();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
