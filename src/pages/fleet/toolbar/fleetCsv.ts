import { statusReason, statusTitle } from '../../../components/statusReason';
import { statusWord } from '../../../components/statusWords';
import type { Translate } from '../../../i18n';
import { thresholdOf } from '../../../resources/threshold';
import type { FleetRow } from '../rows/fleetRow';
import { modeWord, triggerWords } from '../table/modeWords';
import { csvText } from './csv';
import type { CsvCell } from './csv';

type Column = readonly [head: string, cell: (row: FleetRow) => CsvCell];

function columnsOf(now: number, t: Translate): readonly Column[] {
  return [
    [t('Name'), ({ model }) => model.name],
    [t('Project'), ({ model }) => model.namespace],
    [t('State'), ({ status }) => statusTitle(statusWord(status.code, t), status, t)],
    [t('Reason'), ({ status }) => statusReason(status, now, t)],
    [t('Mode'), ({ mode }) => modeWord(mode, t)],
    [t('Trigger'), ({ model, mode }) => (mode === 'keda' ? triggerWords(model, t) : undefined)],
    [t('Waiting'), ({ load }) => load?.waiting],
    [t('Running'), ({ load }) => load?.running],
    [t('Threshold'), ({ model }) => thresholdOf(model)?.value],
    [t('Ready replicas'), ({ replicas }) => replicas.ready],
    [t('Desired replicas'), ({ replicas }) => replicas.desired],
    [t('Minimum replicas'), ({ replicas }) => replicas.min],
    [t('Maximum replicas'), ({ replicas }) => replicas.max],
    [t('GPUs allocated'), ({ gpus }) => gpus.allocated],
    [t('GPUs pending'), ({ gpus }) => gpus.pending],
    [
      t('Last scaled'),
      ({ lastScaledAt }) => (lastScaledAt === undefined ? undefined : new Date(lastScaledAt).toISOString()),
    ],
  ];
}

/** The rows as CSV: numbers plain, times in UTC; what is not known stays empty. `now` in ms. */
export function fleetCsv(rows: readonly FleetRow[], now: number, t: Translate): string {
  const columns = columnsOf(now, t);
  return csvText(
    columns.map(([head]) => head),
    rows.map((row) => columns.map(([, cell]) => cell(row))),
  );
}
