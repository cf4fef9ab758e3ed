import { createCursor } from './cursor';

describe('createCursor', () => {
  it('tells of moves, not of standing still', () => {
    const cursor = createCursor();
    const listener = jest.fn();
    const leave = cursor.subscribe(listener);
    cursor.move(5);
    cursor.move(5);
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    cursor.move(6);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(cursor.time()).toBe(6);
  });

  it('selects in either direction', () => {
    const cursor = createCursor();
    cursor.select([20, 10]);
    expect(cursor.selection()).toEqual({ start: 10, end: 20 });
    cursor.select(undefined);
    expect(cursor.selection()).toBeUndefined();
  });
});
