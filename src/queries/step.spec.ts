import { alignedRange } from './step';

const now = 1_700_000_007_000;

it.each([
  [900, 800, 15],
  [3600, 800, 15],
  [3600, 120, 120],
  [3601, 800, 30],
  [10_800, 800, 60],
  [86_400, 2000, 600],
  [1_209_600, 2000, 7200],
  [3600, 0, 3600],
  [30 * 86_400, 3, 30 * 86_400],
])('a range of %d s on %d px has steps of %d s', (range, width, step) => {
  expect(alignedRange(now, range, width).step).toBe(step);
});

it('keeps the step at what is scraped', () => {
  expect(alignedRange(now, 900, 800, 60).step).toBe(60);
});

it.each([900, 3600, 5000, 86_400, 1_209_600])('aligns start and end of a range of %d s', (range) => {
  const { start, end, step } = alignedRange(now, range, 800);
  expect(end % step).toBe(0);
  expect(start % step).toBe(0);
  expect(end).toBeLessThanOrEqual(now / 1000);
  expect(now / 1000 - end).toBeLessThan(step);
  expect((end - start) / step + 1).toBeLessThanOrEqual(240);
});
