import { guardHistory } from './historyGuard';

/** A history with one page before ours. */
function aWindow() {
  const entries: unknown[] = [{ key: 'model' }, { key: 'policy' }];
  let at = 1;
  const listeners = new Set<() => void>();
  const go = (by: number): void => {
    at += by;
    for (const listener of [...listeners]) listener();
  };
  const target = {
    history: {
      get state(): unknown {
        return entries[at];
      },
      pushState: (state: unknown) => {
        entries.splice(at + 1, entries.length, state);
        at += 1;
      },
      back: () => {
        go(-1);
      },
    },
    addEventListener: (_type: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_type: string, listener: () => void) => listeners.delete(listener),
  };
  return { target, entries, at: () => at, listeners };
}

it('stays on the page when leaving is refused, as often as it is tried', () => {
  const { target, at, entries } = aWindow();
  const leaves = jest.fn().mockReturnValue(false);
  guardHistory(target, true, leaves);
  expect(entries[2]).toMatchObject({ key: 'policy' });
  target.history.back();
  target.history.back();
  expect(leaves).toHaveBeenCalledTimes(2);
  expect(at()).toBe(2);
});

it('goes to the page before when leaving is confirmed', () => {
  const { target, at } = aWindow();
  guardHistory(target, true, () => true);
  target.history.back();
  expect(at()).toBe(0);
});

it('takes no entry while nothing is typed, and passes over one that was taken', () => {
  const { target, at, entries, listeners } = aWindow();
  const leaves = jest.fn();
  guardHistory(target, false, leaves)();
  expect(entries).toHaveLength(2);
  guardHistory(target, true, leaves)();
  expect(listeners.size).toBe(0);
  guardHistory(target, false, leaves);
  expect(entries).toHaveLength(3);
  target.history.back();
  expect(leaves).not.toHaveBeenCalled();
  expect(at()).toBe(0);
});
