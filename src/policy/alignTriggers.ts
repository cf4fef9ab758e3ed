import type { StoredTrigger } from './autoscalingPolicy';
import { asksTheSame, type PolicyTrigger } from './trigger';

/** How a list of triggers becomes another: pairs to be edited in place, stored ones to be removed, new ones to be added. */
export interface Alignment {
  pairs: (readonly [StoredTrigger, PolicyTrigger])[];
  removed: StoredTrigger[];
  /** All in one place: before the stored one at `before`, or after the last when that is undefined. */
  added: PolicyTrigger[];
  before?: StoredTrigger;
}

/**
 * Pairs the triggers at the beginning and at the end that ask the same, then those in between one by one: so a trigger
 * that is taken out or put in leaves the others as they are, with the fields of theirs that nobody here knows.
 */
export function alignTriggers(stored: readonly StoredTrigger[], wanted: readonly PolicyTrigger[]): Alignment {
  const shorter = Math.min(stored.length, wanted.length);
  const same = (fromStored: number, fromWanted: number): boolean => {
    const [a, b] = [stored[fromStored], wanted[fromWanted]];
    return a !== undefined && b !== undefined && asksTheSame(a.trigger, b);
  };
  let head = 0;
  while (head < shorter && same(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(stored.length - 1 - tail, wanted.length - 1 - tail)) tail += 1;
  const wantedTail = wanted.length - tail;
  const storedTail = stored.length - tail;
  const paired = Math.min(storedTail, wantedTail);
  const pairs = [
    ...zip(stored.slice(0, paired), wanted.slice(0, paired)),
    ...zip(stored.slice(storedTail), wanted.slice(wantedTail)),
  ];
  const before = stored[storedTail];
  return {
    pairs,
    removed: stored.slice(paired, storedTail),
    added: wanted.slice(paired, wantedTail),
    ...(before && { before }),
  };
}

function zip<A, B>(a: readonly A[], b: readonly B[]): (readonly [A, B])[] {
  return a.flatMap((left, index) => {
    const right = b[index];
    return right === undefined ? [] : [[left, right] as const];
  });
}
