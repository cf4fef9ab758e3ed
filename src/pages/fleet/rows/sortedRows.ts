import { severityOf } from '../../../status/severity';
import type { FleetRow } from './fleetRow';
import { fleetModes } from './fleetMode';

export const sortKeys = [
  'name',
  'project',
  'state',
  'load',
  'replicas',
  'gpus',
  'mode',
  'lastScaled',
] as const;

/** What the table can be sorted by. */
export type SortKey = (typeof sortKeys)[number];

/** What is not known stands at the small end. */
const nothing = -1;
/** More requests than ever run: running requests only part models with as many waiting ones. */
const manyRequests = 1e6;

function loadValue({ load }: FleetRow): number {
  if (load?.waiting === undefined && load?.running === undefined) return nothing;
  return (load.waiting ?? 0) * manyRequests + (load.running ?? 0);
}

const valueOf: Readonly<Record<Exclude<SortKey, 'name' | 'project'>, (row: FleetRow) => number>> = {
  state: ({ status }) => severityOf(status),
  load: loadValue,
  replicas: ({ replicas }) => replicas.ready ?? nothing,
  gpus: ({ gpus }) => gpus.allocated + gpus.pending,
  mode: ({ mode }) => fleetModes.indexOf(mode),
  lastScaled: ({ lastScaledAt }) => lastScaledAt ?? nothing,
};

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

// Names and projects are DNS labels, whose order needs no language.
function byName({ model: one }: FleetRow, { model: other }: FleetRow): number {
  return compareText(one.name, other.name) || compareText(one.namespace, other.namespace);
}

/** Rows of the same value, the values in their order; within one, the rows stay in theirs. */
function grouped(
  rows: readonly FleetRow[],
  value: (row: FleetRow) => string | number,
  descending: boolean,
): readonly FleetRow[] {
  const groups = new Map<string | number, FleetRow[]>();
  for (const row of rows) {
    const key = value(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const sign = descending ? -1 : 1;
  const order = [...groups.keys()].toSorted((one, other) => sign * (one < other ? -1 : 1));
  return order.flatMap((key) => groups.get(key) ?? []);
}

/** Sorts rows that are in the order of their names; equal ones stay so. */
export function sortedRows(
  named: readonly FleetRow[],
  key: SortKey,
  descending: boolean,
): readonly FleetRow[] {
  if (key === 'name') return descending ? named.toReversed() : named;
  if (key === 'project') return grouped(named, ({ model }) => model.namespace, descending);
  return grouped(named, valueOf[key], descending);
}

/**
 * Puts rows into the order of their names. That order is kept until other models come, since comparing thousands of
 * names at each change would take longer than all the rest.
 */
export function createNameOrder(): (rows: readonly FleetRow[]) => readonly FleetRow[] {
  let keys: readonly string[] = [];
  let order: readonly number[] = [];
  return (rows) => {
    if (rows.length !== keys.length || rows.some(({ model }, index) => model.key !== keys[index])) {
      keys = rows.map(({ model }) => model.key);
      order = rows
        .map((row, index) => ({ row, index }))
        .toSorted((one, other) => byName(one.row, other.row))
        .map(({ index }) => index);
    }
    const named: FleetRow[] = [];
    for (const index of order) {
      const row = rows[index];
      if (row !== undefined) named.push(row);
    }
    return named;
  };
}
