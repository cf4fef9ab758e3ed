import { SortByDirection, Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import type { ThProps } from '@patternfly/react-table';
import type { ReactNode } from 'react';
import { useT } from '../../i18n';
import './fleet.css';
import { sortKeys } from './fleetRows';
import type { SortKey } from './fleetRows';
import type { FleetView } from './useFleetView';

interface FleetTableProps {
  view: FleetView;
  children: ReactNode;
}

/** The head of the table around its rows. */
export function FleetTable({ view, children }: FleetTableProps) {
  const t = useT();
  const sortBy = (key: SortKey): NonNullable<ThProps['sort']> => ({
    columnIndex: sortKeys.indexOf(key),
    sortBy: {
      index: sortKeys.indexOf(view.sort),
      direction: view.descending ? 'desc' : 'asc',
    },
    onSort: (_event, index, direction) => {
      view.change({ sort: sortKeys[index] ?? 'state', descending: direction === SortByDirection.desc });
    },
  });
  return (
    <Table aria-label={t('Models')} variant="compact" className="llm-autoscaling__fleet">
      <colgroup>
        <col className="llm-autoscaling__column-name" />
        <col className="llm-autoscaling__column-state" />
        <col className="llm-autoscaling__column-switch" />
        <col className="llm-autoscaling__column-load" />
        <col className="llm-autoscaling__column-load" />
        <col className="llm-autoscaling__column-replicas" />
        <col />
      </colgroup>
      <Thead>
        <Tr>
          <Th sort={sortBy('name')}>{t('Name')}</Th>
          <Th sort={sortBy('state')}>{t('State')}</Th>
          <Th>{t('Autoscaling')}</Th>
          <Th sort={sortBy('waiting')}>{t('Waiting')}</Th>
          <Th sort={sortBy('running')}>{t('Running')}</Th>
          <Th sort={sortBy('replicas')}>{t('Replicas')}</Th>
          <Th sort={sortBy('gpus')}>{t('GPUs')}</Th>
        </Tr>
      </Thead>
      <Tbody>{children}</Tbody>
    </Table>
  );
}
