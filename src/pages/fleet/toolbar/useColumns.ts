import { useMemo } from 'react';
import { useHiddenColumns } from '../../../data/useFleetColumns';
import { columnNames, usuallyHidden } from '../table/columns';
import type { ColumnName } from '../table/columns';

/** The columns of this user. */
export interface Columns {
  shown: readonly ColumnName[];
  hidden: ReadonlySet<string>;
  hide: (columns: readonly ColumnName[]) => void;
}

/** Which columns are shown, as this user chose; the list keeps its identity. */
export function useColumns(): Columns {
  const [hidden, hide] = useHiddenColumns(usuallyHidden);
  const shown = useMemo(() => columnNames.filter((column) => !hidden.has(column)), [hidden]);
  return { shown, hidden, hide };
}
