import { createPollClock } from './pollClock';

function surroundings() {
  let hidden = false;
  let notify: () => void = () => undefined;
  return {
    now: () => Date.now(),
    hidden: () => hidden,
    onVisibilityChange: (listener: () => void) => {
      notify = listener;
      return () => {
        notify = () => undefined;
      };
    },
    setHidden(value: boolean) {
      hidden = value;
      notify();
    },
  };
}

describe('createPollClock', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 1_000_000_007_000 });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('ticks all listeners together at whole multiples of the interval', () => {
    const clock = createPollClock(15_000, surroundings());
    const times: number[] = [];
    const second = jest.fn();
    clock.subscribe(() => times.push(clock.time()));
    clock.subscribe(second);
    jest.advanceTimersByTime(40_000);
    expect(times).toEqual([1_000_000_020_000, 1_000_000_035_000]);
    expect(second).toHaveBeenCalledTimes(2);
  });

  it('rests in a hidden tab and ticks once when it is seen again', () => {
    const around = surroundings();
    const clock = createPollClock(15_000, around);
    const listener = jest.fn();
    clock.subscribe(listener);
    around.setHidden(true);
    jest.advanceTimersByTime(600_000);
    expect(listener).not.toHaveBeenCalled();
    around.setHidden(false);
    expect(listener).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(15_000);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('does not tick when the tab was hidden for less than an interval', () => {
    const around = surroundings();
    const clock = createPollClock(15_000, around);
    const listener = jest.fn();
    clock.subscribe(listener);
    around.setHidden(true);
    jest.advanceTimersByTime(2000);
    around.setHidden(false);
    expect(listener).not.toHaveBeenCalled();
  });

  it('stops with its last listener', () => {
    const clock = createPollClock(15_000, surroundings());
    clock.subscribe(() => undefined)();
    expect(jest.getTimerCount()).toBe(0);
  });
});
