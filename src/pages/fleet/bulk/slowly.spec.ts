import { slowly } from './slowly';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function aSource() {
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const change = (): void => {
    for (const listener of listeners) listener();
  };
  return { listeners, subscribe, change };
}

it('tells once of many changes, and again of those that come later', () => {
  const { subscribe, change } = aSource();
  const heard = jest.fn();
  slowly(subscribe, 200)(heard);
  for (let count = 0; count < 5; count += 1) change();
  expect(heard).not.toHaveBeenCalled();
  jest.advanceTimersByTime(200);
  expect(heard).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(1000);
  expect(heard).toHaveBeenCalledTimes(1);
  change();
  jest.advanceTimersByTime(200);
  expect(heard).toHaveBeenCalledTimes(2);
});

it('tells nothing to whoever has left', () => {
  const { subscribe, change, listeners } = aSource();
  const heard = jest.fn();
  const leave = slowly(subscribe, 200)(heard);
  change();
  leave();
  expect(listeners.size).toBe(0);
  jest.advanceTimersByTime(1000);
  expect(heard).not.toHaveBeenCalled();
});
