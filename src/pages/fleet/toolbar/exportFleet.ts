import type { Translate } from '../../../i18n';
import type { FleetRow } from '../rows/fleetRow';
import { download } from '../../../components/download';
import { fleetCsv } from './fleetCsv';

/** Saves the rows as a CSV file that is named after the time (ms). */
export function exportFleet(rows: readonly FleetRow[], now: number, t: Translate): void {
  const time = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-');
  download(`autoscaling-${time}.csv`, 'text/csv;charset=utf-8', fleetCsv(rows, now, t));
}
