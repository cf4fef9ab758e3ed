import type { PollClock } from './pollClock';
import { QueryError } from './queryError';

/** What is known from a poll. After an error the last data stay, with the time they are from. */
export interface PollState<T> {
  data?: T;
  /** When the data were fetched, milliseconds since 1970. */
  fetchedAt?: number;
  error?: QueryError;
  loading: boolean;
}

/** What a poll needs of the clock. */
export type Ticks = Pick<PollClock, 'subscribe' | 'time' | 'isDue'>;

/** A poll that runs while somebody listens to it. */
export interface Poll<T> {
  subscribe: (listener: () => void) => () => void;
  state: () => PollState<T>;
}

/** Fetches once; `now` is the time of the tick in milliseconds. Rejects with a QueryError. */
export type PollJob<T> = (signal: AbortSignal, now: number) => Promise<T>;

const initial = { loading: true } as const;
const tick = 15_000;
/** Waits after the first, second and later errors in a row, as steps of the clock. */
const backOff = [1, 2, 4];

/**
 * Runs the job at once and at each tick of the clock at which it is due: never two at a time, less often after errors (15, 30, 60 s),
 * aborted when the last listener leaves.
 */
export function createPoll<T>(clock: Ticks, job: PollJob<T>): Poll<T> {
  const listeners = new Set<() => void>();
  let state: PollState<T> = initial;
  let running: AbortController | undefined;
  let errors = 0;
  let notBefore = 0;
  let last = -Infinity;
  let leaveClock: (() => void) | undefined;

  function publish(next: PollState<T>): void {
    state = next;
    for (const listener of [...listeners]) listener();
  }
  async function run(): Promise<void> {
    const now = clock.time();
    // Half a tick of tolerance: ticks come a few milliseconds early or late.
    if (running !== undefined || now + tick / 2 < notBefore) return;
    const controller = new AbortController();
    running = controller;
    last = now;
    try {
      const data = await job(controller.signal, now);
      if (controller.signal.aborted) return;
      errors = 0;
      running = undefined;
      publish({ data, fetchedAt: now, loading: false });
    } catch (error) {
      if (controller.signal.aborted) return;
      running = undefined;
      notBefore = now + tick * (backOff[Math.min(errors, backOff.length - 1)] ?? 1);
      errors += 1;
      publish({ ...state, error: QueryError.from(error), loading: false });
    }
  }
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) {
        leaveClock = clock.subscribe(() => {
          if (clock.isDue(last)) void run();
        });
        void run();
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        leaveClock?.();
        running?.abort();
        running = undefined;
      };
    },
    state: () => state,
  };
}
