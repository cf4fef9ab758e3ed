import { SortByDirection, Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import type { ThProps } from '@patternfly/react-table';
import { createContext, memo, useContext, useMemo, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { useT } from '../../../i18n';
import type { Selection } from '../bulk/selection';
import type { ChangeView } from '../filters/useFleetView';
import type { FleetView } from '../filters/viewParameters';
import type { FleetRow } from '../rows/fleetRow';
import { createRowSlots } from '../rows/rowSlots';
import type { RowStore } from '../rows/rowStore';
import { sortKeys } from '../rows/sortedRows';
import type { SortKey } from '../rows/sortedRows';
import { columnLabels, narrowestTable, sortOfColumn, tracksOf } from './columns';
import type { ColumnName } from './columns';
import { FleetRowView } from './FleetRowView';
import type { StartChange } from './SwitchCell';
import './table.css';

interface FleetHeadProps {
  columns: readonly ColumnName[];
  /** What the rows are sorted by; undefined while there are none. */
  order: Pick<FleetView, 'sort' | 'descending'> | undefined;
  onSort: ChangeView | undefined;
  children: ReactNode;
}

/** The head of the table around its body, with the final widths. */
export function FleetHead({ columns, order, onSort, children }: FleetHeadProps) {
  const t = useT();
  const labels = columnLabels(t);
  const sortBy = (key: SortKey | undefined): { sort: NonNullable<ThProps['sort']> } | undefined => {
    if (key === undefined || order === undefined) return undefined;
    return {
      sort: {
        columnIndex: sortKeys.indexOf(key),
        sortBy: { index: sortKeys.indexOf(order.sort), direction: order.descending ? 'desc' : 'asc' },
        onSort: (_event, index, direction) => {
          onSort?.({ sort: sortKeys[index] ?? 'state', descending: direction === SortByDirection.desc });
        },
      },
    };
  };
  const widths: CSSProperties & Record<`--llm-autoscaling-fleet-${string}`, string> = {
    '--llm-autoscaling-fleet-width': `${String(narrowestTable(columns))}rem`,
    '--llm-autoscaling-fleet-columns': tracksOf(columns),
  };
  return (
    // The table scrolls sideways when more columns are chosen than fit; the keyboard has to reach that.
    <div
      className="llm-autoscaling__fleet-scroll"
      tabIndex={0}
      role="region"
      aria-label={t('Models, scrollable')}
    >
      <Table aria-label={t('Models')} variant="compact" className="llm-autoscaling__fleet" style={widths}>
        {/* The roles are said: a browser may take those of a table from its layout, and rows are boxes here. */}
        <Thead role="rowgroup" className="llm-autoscaling__fleet-part">
          <Tr role="row" className="llm-autoscaling__fleet-row">
            <Th role="columnheader" modifier="wrap" {...sortBy('name')}>
              {t('Name')}
            </Th>
            {columns.map((column) => (
              <Th
                key={column}
                role="columnheader"
                modifier="wrap"
                className={sortOfColumn[column] === undefined ? 'llm-autoscaling__breaks' : ''}
                {...sortBy(sortOfColumn[column])}
              >
                {labels[column]}
              </Th>
            ))}
            <Th role="columnheader" screenReaderText={t('Actions')} />
          </Tr>
        </Thead>
        <Tbody role="rowgroup" className="llm-autoscaling__fleet-part llm-autoscaling__breaks">
          {children}
        </Tbody>
      </Table>
    </div>
  );
}

interface RowsProps {
  store: RowStore<FleetRow>;
  selection: Selection;
  columns: readonly ColumnName[];
  /** Keys of the models that are being changed. */
  busy: ReadonlySet<string>;
  kedaInstalled: boolean;
  loadPending: boolean;
  onChange: StartChange;
}

interface FrameProps extends RowsProps {
  sort: SortKey;
  descending: boolean;
  onSort: ChangeView;
}

interface FleetTableProps extends FrameProps {
  /** Keys of the models that are shown, in their order. */
  keys: readonly string[];
}

const ShownKeys = createContext<readonly string[]>([]);

/** The models whose row has the focus, or is being pressed: neither may find itself at another model. */
function heldModels(): readonly (string | undefined)[] {
  const rows = document.querySelectorAll<HTMLElement>('[data-model]:is(:focus-within, :active)');
  return [...rows].map(({ dataset }) => dataset.model);
}

function Rows({ busy, ...shared }: RowsProps) {
  const t = useT();
  // Looked up once, and not for each of the cells.
  const words = useMemo(() => ({ t, name: t('Name'), columns: columnLabels(t) }), [t]);
  const keys = useContext(ShownKeys);
  const [placeRows] = useState(createRowSlots);
  const slots = useMemo(() => placeRows(keys, heldModels()), [placeRows, keys]);
  return keys.map((key, index) => (
    <FleetRowView key={slots[index]} {...shared} modelKey={key} busy={busy.has(key)} words={words} />
  ));
}

/** The table around the rows. PatternFly's parts all draw anew when it does, so it does not know which rows there are. */
const Frame = memo(function Frame({ sort, descending, onSort, ...rows }: FrameProps) {
  return (
    <FleetHead columns={rows.columns} order={{ sort, descending }} onSort={onSort}>
      <Rows {...rows} />
    </FleetHead>
  );
});

/** The table of the models. It is given keys, not rows: each row follows its own model. */
export function FleetTable({ keys, ...frame }: FleetTableProps) {
  return (
    <ShownKeys.Provider value={keys}>
      <Frame {...frame} />
    </ShownKeys.Provider>
  );
}
