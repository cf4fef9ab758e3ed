import { SortByDirection, Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n';
import type { Translate } from '../../../i18n';
import { podColumns } from './podRows';
import type { PodColumn } from './podRows';
import './pods.css';

/** The order of the rows. */
export interface PodOrder {
  column: PodColumn;
  descending: boolean;
}

interface PodTableProps {
  order: PodOrder;
  onOrder: (order: PodOrder) => void;
  children: ReactNode;
}

function headOf(column: PodColumn, t: Translate): string {
  const heads: Record<PodColumn, string> = {
    name: t('Name'),
    state: t('State'),
    node: t('Node'),
    age: t('Age'),
    waiting: t('Waiting'),
    running: t('Running'),
    kvCache: t('KV cache'),
  };
  return heads[column];
}

/** The head of the table of pods around its rows. */
export function PodTable({ order, onOrder, children }: PodTableProps) {
  const t = useT();
  return (
    <Table aria-label={t('Pods')} variant="compact">
      <Thead>
        <Tr>
          {podColumns.map((column, columnIndex) => (
            <Th
              key={column}
              modifier="wrap"
              {...(column === 'name' || column === 'state' ? { width: 20 } : {})}
              sort={{
                columnIndex,
                sortBy: {
                  index: podColumns.indexOf(order.column),
                  direction: order.descending ? 'desc' : 'asc',
                },
                onSort: (_event, _index, direction) => {
                  onOrder({ column, descending: direction === SortByDirection.desc });
                },
              }}
            >
              {headOf(column, t)}
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>{children}</Tbody>
    </Table>
  );
}
