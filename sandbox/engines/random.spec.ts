import { createRandom } from './random';

const draw = (count: number, one: () => number): number[] => Array.from({ length: count }, one);
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('createRandom', () => {
  it('gives the same sequence for the same seed and another for another', () => {
    const [first, second, other] = ['a', 'a', 'b'].map((seed) => draw(5, createRandom(seed).next));
    expect(second).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('is uniform from 0 to 1', () => {
    const values = draw(10_000, createRandom('uniform').next);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(mean(values)).toBeCloseTo(0.5, 1);
  });

  it.each([0, 0.3, 4, 100])('draws Poisson numbers with mean %d', (expected) => {
    const random = createRandom('poisson');
    const average = mean(draw(10_000, () => random.poisson(expected)));
    expect(Math.abs(average - expected)).toBeLessThanOrEqual(0.02 * expected);
  });

  it('draws normal numbers', () => {
    const random = createRandom('normal');
    const values = draw(10_000, () => random.normal(460, 80));
    expect(Math.abs(mean(values) - 460)).toBeLessThan(4);
    const deviation = Math.sqrt(mean(values.map((value) => (value - 460) ** 2)));
    expect(Math.abs(deviation - 80)).toBeLessThan(4);
  });
});
