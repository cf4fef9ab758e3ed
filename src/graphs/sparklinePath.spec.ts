import { sparklinePaths } from './sparklinePath';

const box = { width: 30, height: 11 };

describe('sparklinePaths', () => {
  it.each([
    ['a line', [0, 10, 5, 0], 'M0 11L10 1L20 6L30 11'],
    ['a gap', [0, null, 10, 10], 'M0 11M20 1L30 1'],
    ['gaps at both ends', [null, 0, 10, null], 'M10 11L20 1'],
    ['nothing but gaps', [null, null], ''],
    ['nothing', [], ''],
  ])('draws %s', (_what, values, line) => {
    expect(sparklinePaths(values, 10, box).line.replaceAll('h.01', '')).toBe(line);
  });

  it('draws a lone point as a dot', () => {
    expect(sparklinePaths([null, 10, null, 0], 10, box).line).toBe('M10 1h.01M30 11h.01');
  });

  it('fills down to the bottom, stretch by stretch', () => {
    expect(sparklinePaths([10, 10, null, 0], 10, box).area).toBe(
      'M0 1L10 1L10 11L0 11ZM30 11h.01L30 11L30 11Z',
    );
  });

  it.each([
    ['above the values', [1, 1], 10, 1],
    ['below them', [20, 20], 10, 6],
    ['absent', [20, 20], undefined, undefined],
  ])('keeps the threshold in the box: %s', (_where, values, threshold, height) => {
    expect(sparklinePaths(values, threshold, box).threshold).toBe(height);
  });

  it('draws zeros at the bottom, whatever the scale', () => {
    expect(sparklinePaths([0, 0], undefined, box).line).toBe('M0 11L30 11');
  });
});
