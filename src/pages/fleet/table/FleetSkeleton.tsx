import { Skeleton } from '@patternfly/react-core';
import { Td, Tr } from '@patternfly/react-table';
import { useT } from '../../../i18n';
import type { ColumnName } from './columns';
import { FleetHead } from './FleetTable';

const rows = [1, 2, 3, 4];
const nameColumn = 'name';

/** The table while its rows are on their way, with the widths that it will have. */
export function FleetSkeleton({ columns }: { columns: readonly ColumnName[] }) {
  const t = useT();
  return (
    <FleetHead columns={columns} order={undefined} onSort={undefined}>
      {rows.map((row) => (
        <Tr key={row} role="row" aria-hidden={row > 1} className="llm-autoscaling__fleet-row">
          {[nameColumn, ...columns].map((column) => (
            <Td key={column} role="gridcell">
              <Skeleton
                height="2.75rem"
                width="80%"
                screenreaderText={row === 1 && column === nameColumn ? t('Loading the models') : ''}
              />
            </Td>
          ))}
          <Td role="gridcell" />
        </Tr>
      ))}
    </FleetHead>
  );
}
