import { hasGrown } from './growth';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

describe('hasGrown', () => {
  it.each([
    [
      'a flat day after a first hour that settles',
      hours.map((hour) => (hour === 0 ? 42 : 50 + (hour % 3) * 3)),
      false,
    ],
    ['one high reading at the end', hours.map((hour) => (hour === 23 ? 90 : 50)), false],
    ['a megabyte an hour', hours.map((hour) => 45 + hour), true],
    ['two hours that settle', [45, 52], false],
    ['two hours that do not', [45, 80], true],
  ])('%s', (_case, hourly, expected) => {
    expect(hasGrown(hourly)).toBe(expected);
  });
});
