import { listChanges } from './listChanges';

const [a, b, c, d] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }] as const;

describe('listChanges', () => {
  it.each([
    ['nothing', [a, b], [a, b], [], []],
    ['an append', [a, b], [a, b, c], [c], []],
    ['a removal', [a, b, c], [a, c], [], [b]],
    ['a replacement', [a, b, c], [a, d, c], [d], [b]],
    ['another order', [a, b, c], [c, b, a], [], []],
    ['the first list', [], [a], [a], []],
    ['the last object', [a], [], [], [a]],
  ])('sees %s', (_what, before, after, added, removed) => {
    expect(listChanges<{ id: string }>(before, after)).toEqual({ added, removed });
  });
});
