import { simulatedDate } from './simulatedDate';
import { SimulatedTime } from './simulatedTime';

function clockAt(now: number, speed: number) {
  let real = 5000;
  const time = new SimulatedTime({ now, speed }, () => real);
  return {
    time,
    pass: (milliseconds: number) => {
      real += milliseconds;
    },
  };
}

describe('SimulatedTime', () => {
  it.each([
    { speed: 1, after: 2000 },
    { speed: 5, after: 10_000 },
    { speed: 30, after: 60_000 },
  ])('runs at $speed times the real speed', ({ speed, after }) => {
    const { time, pass } = clockAt(1_000_000, speed);
    pass(2000);
    expect(time.now()).toBe(1_000_000 + after);
  });

  it('does not jump for the delay of the network', () => {
    const { time, pass } = clockAt(1_000_000, 10);
    pass(100);
    expect(time.follow({ now: 1_000_500, speed: 10 })).toBe(false);
    expect(time.now()).toBe(1_001_000);
  });

  it('follows the server when it is far off', () => {
    const { time } = clockAt(1_000_000, 1);
    expect(time.follow({ now: 1_060_000, speed: 1 })).toBe(false);
    expect(time.now()).toBe(1_060_000);
  });

  it('says when the speed changed, and takes it over at once', () => {
    const { time, pass } = clockAt(1_000_000, 1);
    expect(time.follow({ now: 1_000_010, speed: 30 })).toBe(true);
    expect(time.speed).toBe(30);
    pass(1000);
    expect(time.now()).toBe(1_030_010);
  });
});

describe('simulatedDate', () => {
  const simulated = simulatedDate(Date, () => Date.UTC(2026, 10, 24, 12));

  it('follows the given time only where Date takes the present one', () => {
    expect(simulated.now()).toBe(Date.UTC(2026, 10, 24, 12));
    expect(new simulated().toISOString()).toBe('2026-11-24T12:00:00.000Z');
    expect(new simulated(0).toISOString()).toBe('1970-01-01T00:00:00.000Z');
    expect(new simulated(2020, 0, 1).getFullYear()).toBe(2020);
    expect(simulated.parse('1970-01-01T00:00:01Z')).toBe(1000);
  });

  it('is called without new as Date is', () => {
    expect(simulated()).toBe(new Date(Date.UTC(2026, 10, 24, 12)).toString());
  });

  it('makes instances of Date', () => {
    expect(new simulated()).toBeInstanceOf(Date);
    expect(new Date()).toBeInstanceOf(simulated);
  });
});
