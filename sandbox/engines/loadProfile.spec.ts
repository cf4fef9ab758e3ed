import type { LoadProfile } from './loadProfile';
import { loadProfileNames, profiledLoad } from './loadProfile';
import { stagedTarget } from './modelLoad';
import { createRandom } from './random';
import { RequestSource } from './requestSource';

const shape = (profile: LoadProfile['profile']): LoadProfile => ({
  unit: 'requestsPerSecond',
  profile,
  peak: 100,
  seconds: 50,
});

describe('the shapes of load', () => {
  it.each([
    ['steady', [100, 100, 100, 100, 100]],
    ['burst', [100, 100, 100, 0, 0]],
    ['ramp', [0, 20, 98, 100, 100]],
    ['sweep', [20, 40, 100, 100, 100]],
    ['jitter', [100, 100, 100, 100, 100]],
  ] as const)('%s after 0, 10, 49, 50 and 500 s is %j', (profile, targets) => {
    const { stages } = profiledLoad(shape(profile));
    expect([0, 10, 49, 50, 500].map((seconds) => stagedTarget(stages, seconds))).toEqual(targets);
  });

  it('are all there', () => {
    for (const profile of loadProfileNames) expect(profiledLoad(shape(profile)).stages).not.toEqual([]);
  });
});

/** Requests of each period of a load, without a baseline. */
function requestsOf(profile: LoadProfile['profile'], periods: number): number[] {
  const lengths = { mean: 1, deviation: 0, min: 1, max: 1 };
  const baseline = { requestsPerSecond: 0, swing: 0, periodSeconds: 1 };
  const traffic = {
    promptTokens: lengths,
    outputTokens: lengths,
    baseline,
    load: profiledLoad(shape(profile)),
  };
  const source = new RequestSource(traffic, createRandom('shapes'), 0);
  source.setLoad(true, 0);
  return Array.from({ length: periods }, (_, period) => {
    let count = 0;
    while (source.nextEventAt < (period + 1) * 50_000) if (source.next() !== undefined) count += 1;
    return count;
  });
}

describe('jitter', () => {
  it('draws another part of the peak each period, down to a tenth of it', () => {
    const counts = requestsOf('jitter', 40);
    expect(Math.max(...counts)).toBeGreaterThan(0.8 * 5000);
    expect(Math.max(...counts)).toBeLessThan(1.1 * 5000);
    expect(Math.min(...counts)).toBeLessThan(0.3 * 5000);
    expect(Math.min(...counts)).toBeGreaterThan(0.05 * 5000);
  });

  it('is not what steady load does', () => {
    const counts = requestsOf('steady', 5);
    for (const count of counts) expect(Math.abs(count - 5000)).toBeLessThan(400);
  });
});
