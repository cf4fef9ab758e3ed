import { Suspense } from 'react';
import { ColumnsDialog } from '../lazyViews';
import { usuallyHidden } from '../table/columns';
import type { Columns } from './useColumns';

/** The dialog about the columns, which is loaded when it opens. */
export function ManageColumns({ columns, onClose }: { columns: Columns; onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <ColumnsDialog
        hidden={columns.hidden}
        usuallyHidden={usuallyHidden}
        onSave={columns.hide}
        onClose={onClose}
      />
    </Suspense>
  );
}
