import { formatDuration } from './quantities';

describe('formatDuration', () => {
  it.each([
    [0, '0 sec'],
    [-5000, '0 sec'],
    [59_000, '59 sec'],
    [160_000, '2 min 40 sec'],
    [3_600_000, '1 hr'],
    [90_061_000, '1 day 1 hr'],
  ])('writes %i ms as %s', (milliseconds, words) => {
    expect(formatDuration(milliseconds)).toBe(words);
  });
});
