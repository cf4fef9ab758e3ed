import { Refused } from './cluster';
import { retried, waitUntilDone } from './retry';
import { quickPace } from './testPace';

const failing = (times: number, error: Error): (() => Promise<string>) => {
  let tries = 0;
  return () => (tries++ < times ? Promise.reject(error) : Promise.resolve(`after ${String(times)}`));
};

describe('retried', () => {
  it.each([
    ['a conflict', new Refused(409, 'the object has been modified')],
    ['a failed test of a patch', new Refused(422, 'the server rejected our request')],
    ['a server that is overloaded', new Refused(503, 'not now')],
    ['no answer', new TypeError('fetch failed')],
  ])('tries again after %s', async (_case, error) => {
    await expect(retried(quickPace(), failing(3, error))).resolves.toBe('after 3');
  });

  it('gives up after ten tries, with the last words of the server', async () => {
    await expect(retried(quickPace(), failing(10, new Refused(409, 'modified')))).rejects.toThrow('modified');
  });

  it('does not repeat what will never be allowed', async () => {
    await expect(retried(quickPace(), failing(1, new Refused(403, 'forbidden')))).rejects.toThrow(
      'forbidden',
    );
  });
});

describe('waitUntilDone', () => {
  it('says each thing that is missing once', async () => {
    const seen = ['a', 'a', 'b'];
    const pace = quickPace();
    await waitUntilDone(pace, { seconds: 60, advice: '' }, () => {
      const missing = seen.shift();
      return Promise.resolve(missing === undefined ? { done: true } : { done: false, missing });
    });
    expect(pace.lines).toEqual(['Waiting. a', 'Waiting. b']);
  });

  it('gives up in time with what is missing and what to do', async () => {
    const wait = waitUntilDone(quickPace(), { seconds: 30, advice: 'Look there.' }, () =>
      Promise.resolve({ done: false, missing: 'Nothing is there.' }),
    );
    await expect(wait).rejects.toThrow('Not done after 30 s. Nothing is there. Look there.');
  });
});
