import { meets } from '../filters/standouts';
import type { FleetRow } from '../rows/fleetRow';

/** All models in a few numbers. */
export interface FleetSummary {
  models: number;
  autoscaled: number;
  /** Whether the numbers of the models were fetched. */
  fetched: boolean;
  /** Requests; undefined when no model's are known. */
  waiting: number | undefined;
  gpusAllocated: number;
  atMaximum: number;
  attention: number;
  /** Models that serve, and those of them whose engines are measured. */
  serving: number;
  measured: number;
}

function isMeasured({ load }: FleetRow): boolean {
  return load?.waiting !== undefined || load?.running !== undefined;
}

function one(counts: boolean): number {
  return counts ? 1 : 0;
}

/** Sums the rows up, in one pass: there may be thousands. */
export function fleetSummary(rows: readonly FleetRow[]): FleetSummary {
  const sum = { autoscaled: 0, gpusAllocated: 0, atMaximum: 0, attention: 0, serving: 0, measured: 0 };
  let waiting: number | undefined;
  for (const row of rows) {
    sum.autoscaled += one(meets(row, 'autoscaled'));
    sum.atMaximum += one(meets(row, 'atMaximum'));
    sum.attention += one(meets(row, 'attention'));
    sum.serving += one((row.replicas.ready ?? 0) > 0);
    sum.measured += one(isMeasured(row));
    sum.gpusAllocated += row.gpus.allocated;
    if (row.load?.waiting !== undefined) waiting = (waiting ?? 0) + row.load.waiting;
  }
  return { models: rows.length, fetched: rows[0]?.load !== undefined, waiting, ...sum };
}
