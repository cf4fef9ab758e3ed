import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import type { ReactNode } from 'react';
import { useT } from '../../../i18n';
import './events.css';

interface EventTableProps {
  children: ReactNode;
}

/** The head of the table of events around its rows. */
export function EventTable({ children }: EventTableProps) {
  const t = useT();
  return (
    <Table aria-label={t('Events')} variant="compact" className="llm-autoscaling__events">
      <colgroup>
        <col className="llm-autoscaling__events-time" />
        <col className="llm-autoscaling__events-type" />
        <col className="llm-autoscaling__events-object" />
      </colgroup>
      <Thead>
        <Tr>
          <Th>{t('Last seen')}</Th>
          <Th>{t('Type')}</Th>
          <Th>{t('Object')}</Th>
          <Th>{t('Message')}</Th>
        </Tr>
      </Thead>
      <Tbody>{children}</Tbody>
    </Table>
  );
}
