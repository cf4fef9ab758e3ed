/** Stops a timer that was started on a Clock; calling it twice is harmless. */
export type Cancel = () => void;

/**
 * The one time source of the sandbox. All times are simulated: at speed 30, five simulated minutes
 * pass in ten real seconds, so a stabilization window can be watched instead of waited for.
 */
export interface Clock {
  /** Simulated milliseconds since the epoch. */
  now(): number;
  /** Simulated seconds per real second, 1 to 30. */
  readonly speed: number;
  /** Changes the speed; throws a RangeError outside 1 to 30. */
  setSpeed(speed: number): void;
  /** Runs `run` once after `delay` simulated milliseconds, also when the speed changes meanwhile. */
  after(delay: number, run: () => void): Cancel;
  /** Runs `run` each `period` simulated milliseconds, never twice at once: a slow run delays the next. */
  every(period: number, run: () => void | Promise<void>): Cancel;
  /** Ends all timers; later calls of after and every do nothing. */
  stop(): void;
}

const minSpeed = 1;
const maxSpeed = 30;

/** A clock that starts at the real time and runs at `speed` simulated seconds per real second. */
export function createClock(speed = 1, realNow: () => number = Date.now): Clock {
  let factor = checkedSpeed(speed);
  let baseReal = realNow();
  let baseSimulated = baseReal;
  let stopped = false;
  const timers = new Set<{ due: number; run: () => void; handle?: NodeJS.Timeout }>();

  const now = (): number => baseSimulated + (realNow() - baseReal) * factor;

  function arm(timer: { due: number; run: () => void; handle?: NodeJS.Timeout }): void {
    clearTimeout(timer.handle);
    timer.handle = setTimeout(
      () => {
        timers.delete(timer);
        timer.run();
      },
      Math.max(0, (timer.due - now()) / factor),
    );
  }

  function after(delay: number, run: () => void): Cancel {
    if (stopped) return () => undefined;
    const timer: { due: number; run: () => void; handle?: NodeJS.Timeout } = { due: now() + delay, run };
    timers.add(timer);
    arm(timer);
    return () => {
      clearTimeout(timer.handle);
      timers.delete(timer);
    };
  }

  return {
    now,
    get speed() {
      return factor;
    },
    setSpeed(next) {
      const checked = checkedSpeed(next);
      baseSimulated = now();
      baseReal = realNow();
      factor = checked;
      for (const timer of timers) arm(timer);
    },
    after,
    every: everyOf(now, after),
    stop() {
      stopped = true;
      for (const timer of timers) clearTimeout(timer.handle);
      timers.clear();
    },
  };
}

/** A clock's `every`, made from its `after`. */
export function everyOf(now: Clock['now'], after: Clock['after']): Clock['every'] {
  return (period, run) => {
    let cancelled = false;
    let cancel: Cancel = () => undefined;
    let due = now() + period;
    const tick = async (): Promise<void> => {
      await run();
      if (cancelled) return;
      // Keeps the rhythm, but drops ticks that a slow run has missed.
      due = Math.max(due + period, now());
      cancel = after(due - now(), () => void tick());
    };
    cancel = after(period, () => void tick());
    return () => {
      cancelled = true;
      cancel();
    };
  };
}

function checkedSpeed(speed: number): number {
  if (!(speed >= minSpeed && speed <= maxSpeed)) {
    throw new RangeError(
      `The clock's speed is from ${String(minSpeed)} to ${String(maxSpeed)}, not ${String(speed)}.`,
    );
  }
  return speed;
}
