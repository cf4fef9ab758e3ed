import { createSelection } from './selection';

it('selects, takes out and clears, with another set and a word to its listeners each time', () => {
  const selection = createSelection();
  const heard = jest.fn();
  const leave = selection.subscribe(heard);
  const before = selection.get();
  selection.set(['a/one', 'a/two'], true);
  expect(selection.get()).not.toBe(before);
  expect([...selection.get()]).toEqual(['a/one', 'a/two']);
  selection.set(['a/one', 'b/three'], false);
  expect([selection.has('a/one'), selection.has('a/two')]).toEqual([false, true]);
  selection.clear();
  expect(selection.get().size).toBe(0);
  expect(heard).toHaveBeenCalledTimes(3);
  leave();
  selection.set(['a/one'], true);
  expect(heard).toHaveBeenCalledTimes(3);
});
