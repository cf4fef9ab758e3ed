import { memo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatNumber } from '../../../components/quantities';
import { ReplicaCount } from '../../../components/ReplicaCount';
import { nextOf } from '../../../data/switchAction';
import type { Translate } from '../../../i18n';
import { SelectBox } from '../bulk/SelectBox';
import type { Selection } from '../bulk/selection';
import type { FleetRow } from '../rows/fleetRow';
import type { RowStore } from '../rows/rowStore';
import { Ago } from './Ago';
import type { ColumnName } from './columns';
import { LoadCell } from './LoadCell';
import { modeWord, triggerWords } from './modeWords';
import { RowActions } from './RowActions';
import { StateCell } from './StateCell';
import { SwitchCell } from './SwitchCell';
import type { SwitchFacts } from './SwitchCell';

/** What all rows share, and what one of them needs beside its row. */
export interface RowSurroundings extends Omit<SwitchFacts, 'model' | 'status'> {
  columns: readonly ColumnName[];
  /** The numbers are still on their way. */
  loadPending: boolean;
}

const GpuCell = memo(function GpuCell({ gpus, t }: Pick<FleetRow, 'gpus'> & { t: Translate }) {
  return (
    <>
      <span className="llm-autoscaling__number">{formatNumber(gpus.allocated)}</span>
      {gpus.pending > 0 && (
        <div className="llm-autoscaling__reason">
          {t('{{gpus}} pending', { gpus: formatNumber(gpus.pending) })}
        </div>
      )}
    </>
  );
});

function ModeCell({ row: { mode, model }, t }: { row: FleetRow; t: Translate }) {
  return (
    <>
      {modeWord(mode, t)}
      {mode === 'keda' && <div className="llm-autoscaling__reason">{triggerWords(model, t)}</div>}
    </>
  );
}

function cellOf(column: ColumnName, row: FleetRow, props: RowSurroundings, t: Translate): ReactNode {
  switch (column) {
    case 'state':
      return <StateCell status={row.status} t={t} />;
    case 'autoscaling':
      return (
        <SwitchCell
          // Its reviews are those of one project and one action.
          key={`${nextOf(row.model)} ${row.model.namespace}`}
          model={row.model}
          status={row.status}
          mode={row.mode}
          kedaInstalled={props.kedaInstalled}
          busy={props.busy}
          onChange={props.onChange}
          t={t}
        />
      );
    case 'load':
      return <LoadCell row={row} pending={props.loadPending} t={t} />;
    case 'replicas':
      return <ReplicaCount replicas={row.replicas} t={t} />;
    case 'gpus':
      return <GpuCell gpus={row.gpus} t={t} />;
    case 'mode':
      return <ModeCell row={row} t={t} />;
    case 'lastScaled':
      return row.lastScaledAt === undefined ? '-' : <Ago at={row.lastScaledAt} />;
    case 'project':
      return row.model.namespace;
  }
}

const ownRow = 'llm-autoscaling__fleet-row llm-autoscaling__fleet-row--model';

interface FleetRowViewProps extends RowSurroundings {
  store: RowStore<FleetRow>;
  /** namespace/name of the model. */
  modelKey: string;
  selection: Selection;
  words: {
    t: Translate;
    /** Head of the first column. */
    name: string;
    columns: Readonly<Record<ColumnName, string>>;
  };
}

/** One model of the table. It draws anew when its own row changed, not when the table does. */
export const FleetRowView = memo(function FleetRowView(props: FleetRowViewProps) {
  const { store, modelKey, columns, words } = props;
  const { t } = words;
  const row = useSyncExternalStore(store.subscribe, () => store.get(modelKey));
  if (row === undefined) return null;
  const { model } = row;
  return (
    // PatternFly's Td measures itself on mounting, which makes the browser lay out every row: its markup without that.
    <tr role="row" className={`pf-v6-c-table__tr ${ownRow}`} data-model={modelKey}>
      <td role="gridcell" className="pf-v6-c-table__td" data-label={words.name}>
        <div className="llm-autoscaling__selectable">
          <SelectBox selection={props.selection} model={model} t={t} />
          <div>
            <Link to={`/llm-autoscaling/ns/${model.namespace}/inferenceservices/${model.name}`}>
              {model.name}
            </Link>
            {!columns.includes('project') && <div className="llm-autoscaling__reason">{model.namespace}</div>}
          </div>
        </div>
      </td>
      {columns.map((column) => (
        <td key={column} role="gridcell" className="pf-v6-c-table__td" data-label={words.columns[column]}>
          {cellOf(column, row, props, t)}
        </td>
      ))}
      <td role="gridcell" className="pf-v6-c-table__td pf-v6-c-table__action">
        <RowActions
          model={model}
          status={row.status}
          kedaInstalled={props.kedaInstalled}
          busy={props.busy}
          onChange={props.onChange}
          t={t}
        />
      </td>
    </tr>
  );
});
