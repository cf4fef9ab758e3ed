import { createPoll } from './poll';
import { QueryError } from './queryError';

/** A clock that ticks by hand. */
function handClock() {
  const listeners = new Set<() => void>();
  let time = 0;
  let due = true;
  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    time: () => time,
    isDue: () => due,
    setDue(value: boolean) {
      due = value;
    },
    async tick(times = 1) {
      for (let index = 0; index < times; index += 1) {
        time += 15_000;
        listeners.forEach((listener) => {
          listener();
        });
        await flush();
      }
    },
    listeners,
  };
}

async function flush() {
  for (let index = 0; index < 5; index += 1) await Promise.resolve();
}

describe('createPoll', () => {
  it('fetches at once and at each tick, and tells from when the data are', async () => {
    const clock = handClock();
    let count = 0;
    const poll = createPoll(clock, () => Promise.resolve((count += 1)));
    poll.subscribe(() => undefined);
    await flush();
    expect(poll.state()).toEqual({ data: 1, fetchedAt: 0, loading: false });
    await clock.tick();
    expect(poll.state()).toEqual({ data: 2, fetchedAt: 15_000, loading: false });
  });

  it('fetches once, and then only when the clock says so', async () => {
    const clock = handClock();
    clock.setDue(false);
    const job = jest.fn().mockResolvedValue('data');
    createPoll<string>(clock, job).subscribe(() => undefined);
    await clock.tick(4);
    expect(job).toHaveBeenCalledTimes(1);
    clock.setDue(true);
    await clock.tick();
    expect(job).toHaveBeenCalledTimes(2);
  });

  it('never has two requests under way', async () => {
    const clock = handClock();
    const job = jest.fn(() => new Promise<number>(() => undefined));
    createPoll(clock, job).subscribe(() => undefined);
    await clock.tick(3);
    expect(job).toHaveBeenCalledTimes(1);
  });

  it('keeps the last data after an error', async () => {
    const clock = handClock();
    const job = jest.fn().mockResolvedValueOnce('old').mockRejectedValue(new QueryError('timeout', 'late'));
    const poll = createPoll<string>(clock, job);
    poll.subscribe(() => undefined);
    await flush();
    await clock.tick();
    expect(poll.state()).toMatchObject({ data: 'old', fetchedAt: 0, error: { code: 'timeout' } });
  });

  it('asks after 15, 30, 60 and 60 s while errors go on', async () => {
    const clock = handClock();
    const asked: number[] = [];
    const poll = createPoll(clock, () => {
      asked.push(clock.time() / 1000);
      return Promise.reject(new Error('down'));
    });
    poll.subscribe(() => undefined);
    await flush();
    await clock.tick(12);
    expect(asked).toEqual([0, 15, 45, 105, 165]);
  });

  it('forgets the errors after a success', async () => {
    const clock = handClock();
    const job = jest.fn().mockRejectedValueOnce(new Error('down')).mockResolvedValue('new');
    const poll = createPoll<string>(clock, job);
    poll.subscribe(() => undefined);
    await flush();
    await clock.tick();
    expect(poll.state()).toEqual({ data: 'new', fetchedAt: 15_000, loading: false });
  });

  it('aborts the request when the last listener leaves, and says nothing any more', async () => {
    const clock = handClock();
    let seen: AbortSignal | undefined;
    const poll = createPoll(clock, (signal) => {
      seen = signal;
      return new Promise<string>((resolve) => {
        signal.addEventListener('abort', () => {
          resolve('too late');
        });
      });
    });
    const leave = poll.subscribe(() => undefined);
    leave();
    await flush();
    expect(seen?.aborted).toBe(true);
    expect(poll.state()).toEqual({ loading: true });
    expect(clock.listeners.size).toBe(0);
  });
});
