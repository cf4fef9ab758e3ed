import { SimulatedTimers } from './simulatedTimers';

/** A page whose real time is moved by hand. */
function page(speed: number) {
  let real = 0;
  let nextId = 1;
  const waiting = new Map<number, { at: number; run: () => void }>();
  const pace = { speed, now: () => base + (real - realAtBase) * pace.speed };
  let base = 0;
  let realAtBase = 0;
  const timers = new SimulatedTimers(pace, {
    setTimeout: (run, delay) => {
      waiting.set(nextId, { at: real + delay, run });
      return nextId++;
    },
    clearTimeout: (id) => {
      if (id !== undefined) waiting.delete(id);
    },
  });
  return {
    timers,
    setSpeed(next: number) {
      base = pace.now();
      realAtBase = real;
      pace.speed = next;
      timers.rearm();
    },
    pass(milliseconds: number) {
      const end = real + milliseconds;
      for (;;) {
        const [next] = [...waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (next === undefined) break;
        waiting.delete(next[0]);
        real = Math.max(real, next[1].at);
        next[1].run();
      }
      real = end;
    },
  };
}

describe('SimulatedTimers', () => {
  it.each([
    { delay: undefined, simulated: false },
    { delay: 0, simulated: false },
    { delay: 999, simulated: false },
    { delay: 1000, simulated: true },
    { delay: 60_000, simulated: true },
    { delay: 120_000, simulated: false },
  ])('simulates a wait of $delay ms: $simulated', ({ delay, simulated }) => {
    expect(page(1).timers.covers(delay)).toBe(simulated);
  });

  it('runs a timeout once, sooner at a higher speed', () => {
    const { timers, pass } = page(10);
    const run = jest.fn();
    timers.start(run, 15_000, false);
    pass(1499);
    expect(run).not.toHaveBeenCalled();
    pass(10_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('repeats an interval in simulated time', () => {
    const { timers, pass } = page(30);
    const run = jest.fn();
    timers.start(run, 15_000, true);
    pass(2000);
    expect(run).toHaveBeenCalledTimes(4);
  });

  it('gives waiting timers the new speed', () => {
    const { timers, pass, setSpeed } = page(1);
    const run = jest.fn();
    timers.start(run, 15_000, true);
    pass(10_000);
    setSpeed(10);
    pass(500);
    expect(run).toHaveBeenCalledTimes(1);
    pass(1500);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('stops what is cleared, also from within', () => {
    const { timers, pass } = page(1);
    const once = jest.fn();
    const id = timers.start(once, 1000, false);
    expect(timers.clear(id)).toBe(true);
    const again: number = timers.start(() => timers.clear(again), 1000, true);
    pass(5000);
    expect(once).not.toHaveBeenCalled();
    expect(timers.clear(again)).toBe(true);
  });

  it('leaves the ids of the browser to the browser', () => {
    expect(page(1).timers.clear(7)).toBe(false);
    expect(page(1).timers.clear(undefined)).toBe(false);
  });
});
