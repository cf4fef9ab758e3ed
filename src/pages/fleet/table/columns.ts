import type { Translate } from '../../../i18n';
import type { SortKey } from '../rows/sortedRows';

export const columnNames = [
  'state',
  'autoscaling',
  'load',
  'replicas',
  'gpus',
  'mode',
  'lastScaled',
  'project',
] as const;

/** A column beside the name, which is always there. */
export type ColumnName = (typeof columnNames)[number];

/** What the other columns say in fewer words is hidden until somebody wants it. */
export const usuallyHidden: readonly ColumnName[] = ['mode', 'project'];

/** What each column sorts by; the switch sorts nothing. */
export const sortOfColumn: Readonly<Record<ColumnName, SortKey | undefined>> = {
  state: 'state',
  autoscaling: undefined,
  load: 'load',
  replicas: 'replicas',
  gpus: 'gpus',
  mode: 'mode',
  lastScaled: 'lastScaled',
  project: 'project',
};

/** Widths in rem below which a column cannot be read; name and actions included in the table's own. */
const narrowest: Readonly<Record<ColumnName, number>> = {
  state: 11,
  autoscaling: 6.25,
  load: 10.75,
  replicas: 8.25,
  gpus: 5,
  mode: 10,
  lastScaled: 5.75,
  project: 8,
};
const nameAndActions = 10.25;
/** These take what the others leave. */
const growing: readonly ColumnName[] = ['state', 'mode', 'project'];

/** The width (rem) below which the table scrolls sideways. */
export function narrowestTable(columns: readonly ColumnName[]): number {
  return columns.reduce((sum, column) => sum + narrowest[column], nameAndActions);
}

/** The tracks of a row as CSS's grid-template-columns takes them: the name, these columns, the actions. */
export function tracksOf(columns: readonly ColumnName[]): string {
  const tracks = columns.map((column) =>
    growing.includes(column) ? 'minmax(0, 1fr)' : `${String(narrowest[column])}rem`,
  );
  return ['16%', ...tracks, '3rem'].join(' ');
}

/** The head of a column. */
export function columnLabel(column: ColumnName, t: Translate): string {
  return columnLabels(t)[column];
}

/** The heads of all columns. */
export function columnLabels(t: Translate): Readonly<Record<ColumnName, string>> {
  return {
    state: t('State'),
    autoscaling: t('Autoscaling'),
    load: t('Load'),
    replicas: t('Replicas'),
    gpus: t('GPUs'),
    mode: t('Mode'),
    lastScaled: t('Last scaled'),
    project: t('Project'),
  };
}
