/** What a list has got and lost since an older state of it, by identity. */
export interface ListChanges<T> {
  added: readonly T[];
  removed: readonly T[];
}

/** Compares two states of a list; an object whose content changed is a new object, so it is both added and removed. */
export function listChanges<T>(before: readonly T[], after: readonly T[]): ListChanges<T> {
  if (before === after) return { added: [], removed: [] };
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  // Most changes touch one object, so little is left between the parts that are the same.
  const old = before.slice(head, before.length - tail);
  const now = after.slice(head, after.length - tail);
  const known = new Set(old);
  const kept = new Set(now);
  return { added: now.filter((item) => !known.has(item)), removed: old.filter((item) => !kept.has(item)) };
}
