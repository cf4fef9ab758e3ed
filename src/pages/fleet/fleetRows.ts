import type { ModelLoad } from '../../resources/modelLoad';
import { gpusOf } from '../../resources/gpus';
import { replicasOf } from '../../resources/replicas';
import type { ServedModel } from '../../resources/servedModel';
import type { MissingInput, ModelStatus } from '../../status/modelStatus';
import { severityOf } from '../../status/severity';
import { statusOf } from '../../status/statusOf';

/** One row of the table. */
export interface FleetRowData {
  model: ServedModel;
  /** Undefined while the numbers were not fetched. */
  load: ModelLoad | undefined;
  status: ModelStatus;
}

export const sortKeys = ['name', 'state', 'waiting', 'running', 'replicas', 'gpus'] as const;

/** What the table can be sorted by. */
export type SortKey = (typeof sortKeys)[number];

/** The rows of all models; `loads` undefined means that the numbers were not fetched. */
export function fleetRows(
  models: Iterable<ServedModel>,
  loads: ReadonlyMap<string, ModelLoad> | undefined,
  now: number,
  missing: readonly MissingInput[],
): FleetRowData[] {
  return Array.from(models, (model) => {
    const load = loads === undefined ? undefined : (loads.get(model.key) ?? {});
    return { model, load, status: statusOf(model, load, now, missing) };
  });
}

/** Rows whose model or project has the words in its name, whatever their case. */
export function matchingRows(rows: readonly FleetRowData[], words: string): readonly FleetRowData[] {
  const wanted = words.trim().toLowerCase();
  return wanted === '' ? rows : rows.filter(({ model }) => model.key.toLowerCase().includes(wanted));
}

const nothing = -1;

function valueOf({ model, load, status }: FleetRowData, key: Exclude<SortKey, 'name'>): number {
  switch (key) {
    case 'state':
      return severityOf(status);
    case 'waiting':
      return load?.waiting ?? nothing;
    case 'running':
      return load?.running ?? nothing;
    case 'replicas':
      return replicasOf(model).ready ?? nothing;
    case 'gpus':
      return gpusOf(model).allocated;
  }
}

function byName(a: FleetRowData, b: FleetRowData): number {
  return a.model.name.localeCompare(b.model.name) || a.model.namespace.localeCompare(b.model.namespace);
}

/** Sorted rows; equal ones by name. */
export function sortedRows(rows: readonly FleetRowData[], key: SortKey, descending: boolean): FleetRowData[] {
  const sign = descending ? -1 : 1;
  if (key === 'name') return rows.toSorted((a, b) => sign * byName(a, b));
  const values = new Map(rows.map((row) => [row, valueOf(row, key)]));
  return rows.toSorted((a, b) => sign * ((values.get(a) ?? 0) - (values.get(b) ?? 0)) || byName(a, b));
}
