import { timeTicks } from './timeTicks';

describe('timeTicks', () => {
  it.each([
    ['15 minutes', { start: 100, end: 1000 }, 5, 0, [300, 600, 900]],
    ['an hour', { start: 0, end: 3600 }, 6, 0, [0, 600, 1200, 1800, 2400, 3000, 3600]],
    ['a day, with local midnight', { start: 0, end: 86_400 }, 4, 3600, [18_000, 39_600, 61_200, 82_800]],
  ])('puts ticks at round local times of %s', (_what, domain, most, offset, ticks) => {
    expect(timeTicks(domain, most, offset)).toEqual(ticks);
  });
});
