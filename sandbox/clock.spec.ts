import { createClock } from './clock';

describe('the clock of the sandbox', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('runs as many times as fast as its speed, without a jump when the speed changes', () => {
    const clock = createClock(10);
    jest.advanceTimersByTime(1000);
    expect(clock.now()).toBe(1_010_000);
    clock.setSpeed(30);
    expect(clock.now()).toBe(1_010_000);
    jest.advanceTimersByTime(1000);
    expect(clock.now()).toBe(1_040_000);
    clock.stop();
  });

  it('runs a timer after its simulated delay, also when the speed changes meanwhile', () => {
    const clock = createClock(1);
    const run = jest.fn();
    clock.after(30_000, run);
    jest.advanceTimersByTime(15_000);
    clock.setSpeed(30);
    jest.advanceTimersByTime(499);
    expect(run).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledTimes(1);
    clock.stop();
  });

  it('keeps the rhythm of a period, never twice at once, and drops what a slow run missed', async () => {
    const clock = createClock(1);
    const starts: number[] = [];
    const cancel = clock.every(1000, async () => {
      starts.push(clock.now() - 1_000_000);
      await new Promise((resolve) => setTimeout(resolve, 2500));
    });
    await jest.advanceTimersByTimeAsync(9000);
    expect(starts.map((start) => Math.floor(start / 100) / 10)).toEqual([1, 3.5, 6, 8.5]);
    cancel();
    await jest.advanceTimersByTimeAsync(9000);
    expect(starts).toHaveLength(4);
    clock.stop();
  });

  it('does nothing once it is stopped or a timer is cancelled', () => {
    const clock = createClock(1);
    const run = jest.fn();
    clock.after(1000, run)();
    clock.after(2000, run);
    clock.stop();
    clock.after(1, run);
    jest.advanceTimersByTime(5000);
    expect(run).not.toHaveBeenCalled();
  });

  it.each([0, 0.5, 31, Number.NaN])('refuses the speed %p', (speed) => {
    expect(() => createClock(speed)).toThrow('from 1 to 30');
  });
});
