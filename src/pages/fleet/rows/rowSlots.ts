/** Gives the models that are shown their places in the DOM. */
export type PlaceRows = (keys: readonly string[], held: readonly (string | undefined)[]) => readonly number[];

/**
 * A number for each of the shown models, which stays with it while it is shown. Those that come take the numbers of those
 * that go, so that their rows are written over instead of built anew. The numbers of `held`, the models that somebody is at,
 * go with them.
 */
export function createRowSlots(): PlaceRows {
  let slots: ReadonlyMap<string, number> = new Map();
  let next = 0;
  return (keys, held) => {
    const shown = new Set(keys);
    const free: number[] = [];
    for (const [key, slot] of slots) {
      if (!shown.has(key) && !held.includes(key)) free.push(slot);
    }
    free.reverse();
    const placed = new Map<string, number>();
    for (const key of keys) placed.set(key, slots.get(key) ?? free.pop() ?? next++);
    slots = placed;
    return [...placed.values()];
  };
}
