import type { FleetRow } from '../rows/fleetRow';

export const standouts = ['autoscaled', 'waiting', 'gpus', 'atMaximum', 'attention'] as const;

/** What the strip above the table counts; each also filters. */
export type Standout = (typeof standouts)[number];

/** Whether a model counts for a part of the strip. */
export function meets(row: FleetRow, standout: Standout): boolean {
  const { status, mode, load, gpus } = row;
  switch (standout) {
    case 'autoscaled':
      return (mode === 'keda' || mode === 'http') && status.code !== 'paused';
    case 'waiting':
      return (load?.waiting ?? 0) > 0;
    case 'gpus':
      return gpus.allocated > 0;
    case 'atMaximum':
      return status.code === 'atMaximum';
    case 'attention':
      return status.tone === 'danger' || (status.tone === 'warning' && status.code !== 'atMaximum');
  }
}
