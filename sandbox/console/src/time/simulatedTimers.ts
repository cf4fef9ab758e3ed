/** The timer functions of a page. */
export interface Timers {
  setTimeout: (run: () => void, delay: number) => number;
  clearTimeout: (id: number | undefined) => void;
}

/** The clock that the timers follow. */
interface Pace {
  now(): number;
  readonly speed: number;
}

interface Pending {
  /** Simulated milliseconds since the epoch. */
  due: number;
  run: () => void;
  /** Simulated milliseconds; undefined for a timeout. */
  period?: number;
  real?: number;
}

/** Shorter waits are the page's own (a tooltip, a debounce), longer ones guard the network: both stay real. */
const shortest = 1000;
const longest = 120_000;

/** Beyond the ids that a browser gives out, so that both kinds can be told apart. */
const firstId = 1_000_000_000;

/** Timers that wait in simulated time, also when its speed changes while they wait. */
export class SimulatedTimers {
  private readonly pending = new Map<number, Pending>();
  private nextId = firstId;

  constructor(
    private readonly pace: Pace,
    private readonly real: Timers,
  ) {}

  /** Whether a wait of `delay` milliseconds is simulated. */
  covers(delay: number | undefined): delay is number {
    return delay !== undefined && delay >= shortest && delay < longest;
  }

  /** Runs once after `delay` simulated milliseconds, or again and again; the id is for `clear`. */
  start(run: () => void, delay: number, repeat: boolean): number {
    const id = this.nextId++;
    const pending: Pending = { due: this.pace.now() + delay, run, ...(repeat ? { period: delay } : {}) };
    this.pending.set(id, pending);
    this.arm(id, pending);
    return id;
  }

  /** True when the id was one of these timers. */
  clear(id: number | undefined): boolean {
    if (id === undefined) return false;
    const pending = this.pending.get(id);
    if (pending === undefined) return id >= firstId;
    this.real.clearTimeout(pending.real);
    return this.pending.delete(id);
  }

  /** Gives every waiting timer the delay of the new speed. */
  rearm(): void {
    for (const [id, pending] of this.pending) {
      this.real.clearTimeout(pending.real);
      this.arm(id, pending);
    }
  }

  private arm(id: number, pending: Pending): void {
    const wait = Math.max(0, (pending.due - this.pace.now()) / this.pace.speed);
    pending.real = this.real.setTimeout(() => {
      this.fire(id, pending);
    }, wait);
  }

  private fire(id: number, pending: Pending): void {
    if (pending.period === undefined) {
      this.pending.delete(id);
    } else {
      // Keeps the rhythm, but does not catch up on what a throttled tab has missed.
      pending.due = Math.max(pending.due, this.pace.now() - pending.period) + pending.period;
      this.arm(id, pending);
    }
    pending.run();
  }
}
