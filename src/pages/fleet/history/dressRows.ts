import type { WaitingHistory } from '../../../data/waitingHistory';
import type { MissingInput } from '../../../status/modelStatus';
import { lastHighAt } from '../../../status/lastHighAt';
import { statusOf } from '../../../status/statusOf';
import type { FleetRow } from '../rows/fleetRow';
import type { Dressed } from '../rows/rowStore';

interface Time {
  now: number;
  missing: readonly MissingInput[];
}

interface Kept extends Dressed<FleetRow> {
  lastHighAt: number | undefined;
}

/** Rows with their histories, by namespace/name. */
export type DressedRows = ReadonlyMap<string, Kept>;

function dress(bare: FleetRow, history: WaitingHistory | undefined, old: Kept | undefined, time: Time): Kept {
  const { model, load, status } = bare;
  const values = history?.values.get(model.key);
  const measured = values === undefined ? {} : { waiting: values };
  const high = status.code === 'holding' ? lastHighAt(model, measured, history?.times ?? []) : undefined;
  if (old?.bare === bare && old.row.history === values && old.lastHighAt === high) return old;
  const row = { ...bare, history: values };
  if (load !== undefined && high !== undefined) {
    row.status = statusOf(model, { ...load, lastHighAt: high }, time.now, time.missing);
  }
  return { bare, row, lastHighAt: high };
}

/**
 * Gives the rows that are shown their history, and with it the end of the scale-down window. A row and the whole map
 * keep their identity while nothing changed.
 */
export function createDressing(): (
  rows: readonly FleetRow[],
  history: WaitingHistory | undefined,
  time: Time,
) => DressedRows {
  let before: DressedRows = new Map();
  return (rows, history, time) => {
    const next = new Map<string, Kept>();
    for (const bare of rows) {
      const { key } = bare.model;
      next.set(key, dress(bare, history, before.get(key), time));
    }
    const same = next.size === before.size && [...next].every(([key, kept]) => kept === before.get(key));
    if (!same) before = next;
    return before;
  };
}
