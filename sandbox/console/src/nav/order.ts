/** An item of the navigation and where it wants to stand: the first id that is there counts. */
export interface Positioned {
  id: string;
  insertBefore?: string | string[] | undefined;
  insertAfter?: string | string[] | undefined;
}

const list = (ids: string | string[] | undefined): string[] => (ids === undefined ? [] : [ids].flat());

const dependsOn = (item: Positioned, other: Positioned): boolean =>
  [...list(item.insertBefore), ...list(item.insertAfter)].includes(other.id);

function indexFor(item: Positioned, placed: readonly Positioned[]): number {
  const find = (ids: string[]): number | undefined =>
    ids.map((id) => placed.findIndex((one) => one.id === id)).find((index) => index >= 0);
  const before = find(list(item.insertBefore));
  if (before !== undefined) return before;
  const after = find(list(item.insertAfter));
  return after === undefined ? placed.length : after + 1;
}

/**
 * The items in the order of the console: those without a neighbour first, as they come, then each beside its neighbour
 * once that one stands. Items that wait for each other are put in as they come.
 */
export function inOrder<T extends Positioned>(items: readonly T[]): T[] {
  const placed = items.filter((item) => !items.some((other) => dependsOn(item, other)));
  let waiting = items.filter((item) => !placed.includes(item));
  while (waiting.length > 0) {
    const stillWaiting = waiting;
    const free = waiting.filter((item) => !stillWaiting.some((other) => dependsOn(item, other)));
    const next = free.length === 0 ? waiting : free;
    for (const item of next) placed.splice(indexFor(item, placed), 0, item);
    waiting = waiting.filter((item) => !next.includes(item));
  }
  return placed;
}
