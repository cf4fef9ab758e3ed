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

  describe('the pace of the polls', () => {
    const last = 1_000_000_007_000;

    it.each([
      [15_000, [15, 30, 45, 60]],
      [30_000, [30, 60]],
      [60_000, [60]],
      [undefined, []],
    ])('%s ms: due in seconds %j of a minute', (pace, seconds) => {
      jest.setSystemTime(1_000_000_020_000 - 100);
      const clock = createPollClock(15_000, surroundings());
      clock.setPace(pace);
      const due: number[] = [];
      // 1 000 000 020 is a whole minute.
      clock.subscribe(() => {
        if (clock.isDue(clock.time())) due.push((clock.time() - 1_000_000_020_000) / 1000);
      });
      jest.advanceTimersByTime(1000);
      due.length = 0;
      jest.advanceTimersByTime(60_000);
      expect(due).toEqual(seconds);
    });

    it('is overdue after a longer sleep, whatever the time', () => {
      const around = surroundings();
      const clock = createPollClock(15_000, around);
      clock.setPace(60_000);
      const due: boolean[] = [];
      clock.subscribe(() => due.push(clock.isDue(last)));
      around.setHidden(true);
      jest.advanceTimersByTime(77_000);
      around.setHidden(false);
      expect(due).toEqual([true]);
    });

    it('ticks at once when it changes, and not when it stays', () => {
      const clock = createPollClock(15_000, surroundings());
      const listener = jest.fn();
      clock.subscribe(listener);
      clock.setPace(15_000);
      expect(listener).not.toHaveBeenCalled();
      clock.setPace(undefined);
      clock.setPace(30_000);
      expect(listener).toHaveBeenCalledTimes(2);
      expect(jest.getTimerCount()).toBe(1);
    });
  });
});
