/** A row with what it was made from. */
export interface Dressed<Row> {
  bare: Row;
  row: Row;
}

/**
 * The rows by namespace/name. Each row of the table listens to its own entry, so that the table, whose PatternFly
 * parts all draw anew when it does, need not follow every change.
 */
export interface RowStore<Row> {
  subscribe: (listener: () => void) => () => void;
  /** The row, with its history as soon as there is one. */
  get: (key: string) => Row | undefined;
  /** Hands in rows with their history; a row whose bare state has changed since counts as bare. */
  dress: (rows: ReadonlyMap<string, Dressed<Row>>) => void;
  /** Tells the listeners that bare rows changed. */
  publish: () => void;
}

/** A store over the rows without their history, which `bareOf` always knows. */
export function createRowStore<Row>(bareOf: (key: string) => Row | undefined): RowStore<Row> {
  const listeners = new Set<() => void>();
  let dressed: ReadonlyMap<string, Dressed<Row>> = new Map();
  function publish(): void {
    for (const listener of [...listeners]) listener();
  }
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    get(key) {
      const bare = bareOf(key);
      const own = dressed.get(key);
      return own !== undefined && own.bare === bare ? own.row : bare;
    },
    dress(rows) {
      if (rows === dressed) return;
      dressed = rows;
      publish();
    },
    publish,
  };
}
