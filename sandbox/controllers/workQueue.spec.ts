import { ApiError } from '../client/kubeClient';
import { createClock } from '../clock';
import { addressOf, keyOf, startWorkQueue } from './workQueue';

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a work queue', () => {
  it('makes one run of a burst, never two of a key at once, and one more for what came meanwhile', async () => {
    const runs: string[] = [];
    const clock = createClock(30);
    const queue = startWorkQueue(
      clock,
      async (key) => {
        runs.push(`start ${key}`);
        await wait(30);
        runs.push(`end ${key}`);
      },
      () => undefined,
    );
    queue.add('a');
    queue.add('a');
    await wait(15);
    queue.add('a');
    queue.add('a');
    await wait(100);
    await queue.stop();
    queue.add('a');
    await wait(20);
    clock.stop();
    expect(runs).toEqual(['start a', 'end a', 'start a', 'end a']);
  });

  it.each([
    ['an error of its own', () => new Error('broken'), 1, 1],
    ['a conflict that passes', () => new ApiError(409, 'Conflict', 'changed'), 2, 0],
    ['a missing object that stays missing', () => new ApiError(404, 'NotFound', 'gone'), 4, 1],
  ])('tries again after %s', async (_what, make, failures, reported) => {
    const errors: unknown[] = [];
    const clock = createClock(30);
    let runs = 0;
    const queue = startWorkQueue(
      clock,
      () => {
        runs += 1;
        return runs <= failures ? Promise.reject(make()) : Promise.resolve();
      },
      (_key, error) => errors.push(error),
    );
    queue.add('a');
    for (let left = 100; left > 0 && runs <= failures; left -= 1) await wait(20);
    await queue.stop();
    clock.stop();
    expect(runs).toBe(failures + 1);
    expect(errors).toHaveLength(reported);
  });
});

it('keys objects by namespace and name', () => {
  expect(addressOf(keyOf({ metadata: { namespace: 'a', name: 'b' } }))).toEqual({
    namespace: 'a',
    name: 'b',
  });
});
