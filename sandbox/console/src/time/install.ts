import { simulatedDate } from './simulatedDate';
import type { TimeBase } from './simulatedTime';
import { SimulatedTime } from './simulatedTime';
import { SimulatedTimers } from './simulatedTimers';

/** What the rest of the local console needs to know of the real and of the simulated time. */
export interface SandboxTime {
  /** Simulated milliseconds since the epoch. */
  now(): number;
  /** Takes over the server's clock. */
  follow(told: TimeBase): void;
  /** Timers of the real time, for the network and for the sandbox bar itself. */
  setTimeout(run: () => void, delay: number): number;
  clearTimeout(id: number | undefined): void;
}

/** The browser's own way to start a timer. */
type Start = (handler: TimerHandler, delay?: number, ...given: unknown[]) => number;

/**
 * Makes Date and the longer timers of this page follow the sandbox's clock, so that a page that polls each 15 seconds
 * does so in simulated time. It runs before any other script; plugins know nothing of it.
 */
function install(base: TimeBase): SandboxTime {
  const realDate = Date;
  const realSetTimeout = window.setTimeout.bind(window) as Start;
  const realSetInterval = window.setInterval.bind(window) as Start;
  const realClear = window.clearTimeout.bind(window) as SandboxTime['clearTimeout'];
  const time = new SimulatedTime(base, () => realDate.now());
  const timers = new SimulatedTimers(time, { setTimeout: realSetTimeout, clearTimeout: realClear });
  const clear = (id: number | undefined): void => {
    if (!timers.clear(id)) realClear(id);
  };
  const start =
    (real: Start, repeat: boolean): Start =>
    (handler, delay, ...given) =>
      typeof handler === 'function' && timers.covers(delay)
        ? timers.start(
            () => {
              (handler as (...values: unknown[]) => void)(...given);
            },
            delay,
            repeat,
          )
        : real(handler, delay, ...given);

  const globals = window as unknown as Record<string, unknown>;
  globals.Date = simulatedDate(realDate, () => time.now());
  globals.setTimeout = start(realSetTimeout, false);
  globals.setInterval = start(realSetInterval, true);
  globals.clearTimeout = clear;
  globals.clearInterval = clear;

  return {
    now: () => time.now(),
    follow(told) {
      if (time.follow(told)) timers.rearm();
    },
    setTimeout: realSetTimeout,
    clearTimeout: realClear,
  };
}

window.SANDBOX_TIME = install(window.SANDBOX);
