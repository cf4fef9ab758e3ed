import type { Cancel, Clock } from '../clock';
import { everyOf } from '../clock';

/** A clock that stands still until somebody moves it. */
export interface SteppedClock extends Clock {
  /** Goes on by simulated milliseconds, from one timer to the next; what a timer starts gets its turn in between. */
  advance(milliseconds: number): Promise<void>;
}

interface Timer {
  due: number;
  run: () => void;
}

/** Starts at the real time. Its speed is whatever its owner makes of it: setSpeed does nothing. */
export function createSteppedClock(start = Date.now()): SteppedClock {
  let time = start;
  let stopped = false;
  const timers = new Set<Timer>();
  const now = (): number => time;

  const earliest = (until: number): Timer | undefined =>
    [...timers]
      .filter(({ due }) => due <= until)
      .reduce<Timer | undefined>(
        (first, timer) => (first !== undefined && first.due <= timer.due ? first : timer),
        undefined,
      );

  function after(delay: number, run: () => void): Cancel {
    if (stopped) return () => undefined;
    const timer: Timer = { due: time + Math.max(0, delay), run };
    timers.add(timer);
    return () => timers.delete(timer);
  }

  return {
    now,
    speed: 30,
    setSpeed: () => undefined,
    after,
    every: everyOf(now, after),
    async advance(milliseconds) {
      const until = time + milliseconds;
      for (let timer = earliest(until); timer !== undefined && !stopped; timer = earliest(until)) {
        timers.delete(timer);
        time = Math.max(time, timer.due);
        timer.run();
        await new Promise((resolve) => setImmediate(resolve));
      }
      time = until;
    },
    stop() {
      stopped = true;
      timers.clear();
    },
  };
}
