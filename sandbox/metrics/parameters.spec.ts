import { timelineOf, timeOf } from './parameters';

describe('timeOf', () => {
  it.each([
    ['1795460795.429', 1_795_460_795_429],
    ['1.5e3', 1_500_000],
    ['2026-01-02T03:04:05.5Z', Date.UTC(2026, 0, 2, 3, 4, 5, 500)],
    ['2026-01-02T03:04:05+01:00', Date.UTC(2026, 0, 2, 2, 4, 5)],
    ['', 7],
  ])('%j', (time, expected) => {
    expect(timeOf(new URLSearchParams({ time }), 'time', 7)).toBe(expected);
  });

  it.each(['soon', '2026-01-02', '1h', 'Inf'])('refuses %j', (time) => {
    expect(() => timeOf(new URLSearchParams({ time }), 'time', 7)).toThrow(
      `invalid parameter "time": cannot parse "${time}" to a valid timestamp`,
    );
  });
});

const read = (parameters: Record<string, string>): unknown => timelineOf(new URLSearchParams(parameters));

describe('timelineOf', () => {
  it.each([
    [
      { start: '10', end: '70', step: '15' },
      { startMs: 10_000, stepMs: 15_000, count: 5 },
    ],
    [
      { start: '10', end: '69.9', step: '30s' },
      { startMs: 10_000, stepMs: 30_000, count: 2 },
    ],
    [
      { start: '10', end: '10', step: '1m30s' },
      { startMs: 10_000, stepMs: 90_000, count: 1 },
    ],
    [
      { start: '0', end: '11000', step: '1' },
      { startMs: 0, stepMs: 1000, count: 11_001 },
    ],
  ])('%j', (parameters, expected) => {
    expect(read(parameters)).toEqual(expected);
  });

  it.each([
    [{ start: '10', end: '69.9', step: '0.5m' }, 'cannot parse "0.5m" to a valid duration'],
    [{ start: '0', end: '11001', step: '1' }, 'exceeded maximum resolution of 11,000 points'],
    [{ start: '0', end: '1', step: '-1' }, 'zero or negative query resolution'],
    [{ start: '', end: '1', step: '1' }, 'invalid parameter "start": cannot parse ""'],
  ])('refuses %j', (parameters, message) => {
    expect(() => read(parameters)).toThrow(message);
  });
});
