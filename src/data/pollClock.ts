/** What the clock needs of its surroundings; tests give their own. */
export interface ClockSurroundings {
  /** Milliseconds since 1970. */
  now: () => number;
  hidden: () => boolean;
  onVisibilityChange: (listener: () => void) => () => void;
}

/** Time between two polls in milliseconds, a multiple of the clock's interval; undefined: no poll but the first. */
export type Pace = number | undefined;

/** Ticks for all polls of the page together. */
export interface PollClock {
  /** Calls the listener at each tick; returns the function that stops it. The clock runs while it has a listener. */
  subscribe: (listener: () => void) => () => void;
  /** Time of the last tick in milliseconds since 1970. */
  time: () => number;
  /** Whether a poll that last ran at `last` (ms) has to run at this tick. */
  isDue: (last: number) => boolean;
  /** Sets how often polls are due, and ticks at once when that changed. */
  setPace: (pace: Pace) => void;
}

const shortestWait = 1000;

/**
 * A clock that ticks at whole multiples of `interval` (milliseconds), rests while the tab is hidden and ticks at
 * once when the tab is seen again after a missed tick.
 */
export function createPollClock(interval: number, surroundings: ClockSurroundings): PollClock {
  const listeners = new Set<() => void>();
  let time = surroundings.now();
  let pace: Pace = interval;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopListening: (() => void) | undefined;

  function schedule(): void {
    const now = surroundings.now();
    const wait = interval - (now % interval);
    timer = setTimeout(tick, Math.max(wait, shortestWait));
  }
  function tick(): void {
    rest();
    time = surroundings.now();
    for (const listener of [...listeners]) listener();
    if (listeners.size > 0 && !surroundings.hidden()) schedule();
  }
  function rest(): void {
    clearTimeout(timer);
    timer = undefined;
  }
  function onVisibilityChange(): void {
    if (surroundings.hidden()) rest();
    else if (timer === undefined) {
      if (surroundings.now() - time >= interval) tick();
      else schedule();
    }
  }
  function stop(): void {
    rest();
    stopListening?.();
    stopListening = undefined;
  }
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        if (surroundings.now() - time >= interval) time = surroundings.now();
        stopListening = surroundings.onVisibilityChange(onVisibilityChange);
        if (!surroundings.hidden()) schedule();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    time: () => time,
    isDue(last) {
      if (pace === undefined) return false;
      // Polls of one pace share their ticks, whenever they began; one that slept through its tick does not wait.
      return Math.round(time / interval) % Math.round(pace / interval) === 0 || time - last >= pace;
    },
    setPace(next) {
      if (next === pace) return;
      pace = next;
      if (listeners.size > 0 && !surroundings.hidden()) tick();
    },
  };
}

const browser: ClockSurroundings = {
  now: () => Date.now(),
  hidden: () => document.hidden,
  onVisibilityChange(listener) {
    document.addEventListener('visibilitychange', listener);
    return () => {
      document.removeEventListener('visibilitychange', listener);
    };
  },
};

/** The one clock of the page: 15 s, the period in which the HPA decides. */
export const pollClock = createPollClock(15_000, browser);

/** For what counts time on the page; nothing is fetched on it. */
export const secondClock = createPollClock(1000, browser);
