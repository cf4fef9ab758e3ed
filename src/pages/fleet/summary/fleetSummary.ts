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

type Counts = Omit<FleetSummary, 'models' | 'fetched' | 'waiting'>;

const nothing: Counts = {
  autoscaled: 0,
  gpusAllocated: 0,
  atMaximum: 0,
  attention: 0,
  serving: 0,
  measured: 0,
};

/** Counts a row in, or out with the sign -1. */
function count(counts: Counts, row: FleetRow, sign: 1 | -1): void {
  counts.autoscaled += sign * one(meets(row, 'autoscaled'));
  counts.atMaximum += sign * one(meets(row, 'atMaximum'));
  counts.attention += sign * one(meets(row, 'attention'));
  counts.serving += sign * one((row.replicas.ready ?? 0) > 0);
  counts.measured += sign * one(isMeasured(row));
  counts.gpusAllocated += sign * row.gpus.allocated;
}

/** Summed anew each time: sums of fractions that are kept up do not come back to 0. */
function waitingOf(rows: readonly FleetRow[]): number | undefined {
  let sum: number | undefined;
  for (const { load } of rows) {
    if (load?.waiting !== undefined) sum = (sum ?? 0) + load.waiting;
  }
  return sum;
}

/** Sums rows up and remembers them: of thousands of rows only those are counted again that are others than before. */
export function createFleetSummary(): (rows: readonly FleetRow[]) => FleetSummary {
  let before: readonly FleetRow[] = [];
  let counts = nothing;
  return (rows) => {
    if (rows.length !== before.length) {
      before = [];
      counts = { ...nothing };
    } else counts = { ...counts };
    rows.forEach((row, index) => {
      const old = before[index];
      if (old === row) return;
      if (old !== undefined) count(counts, old, -1);
      count(counts, row, 1);
    });
    before = rows;
    return {
      models: rows.length,
      fetched: rows[0]?.load !== undefined,
      waiting: waitingOf(rows),
      ...counts,
    };
  };
}
