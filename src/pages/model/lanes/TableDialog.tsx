import { Modal, ModalBody, ModalHeader } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useT } from '../../../i18n';
import type { Lane } from './buildLanes';
import { laneFormats } from './laneFormats';
import { barsTable, linesTable } from './laneTable';

interface TableDialogProps {
  lane: Lane;
  /** Seconds since 1970. */
  times: readonly number[];
  onClose: () => void;
}

/** The same values as the graph, as a table. */
export function TableDialog({ lane, times, onClose }: TableDialogProps) {
  const t = useT();
  const { columns, rows } =
    lane.name === 'pods'
      ? barsTable(lane.bars, times.at(-1) ?? 0, t)
      : linesTable(lane.lines, times, laneFormats[lane.name].format, t);
  return (
    <Modal variant="large" isOpen aria-label={lane.title} onClose={onClose}>
      <ModalHeader title={lane.title} />
      <ModalBody tabIndex={0}>
        <Table variant="compact" aria-label={lane.title} isStickyHeader>
          <Thead>
            <Tr>
              {columns.map((column) => (
                <Th key={column}>{column}</Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {rows.map((row) => (
              <Tr key={row.slice(0, 3).join(' ')}>
                {row.map((cell, index) => (
                  <Td key={columns[index]} dataLabel={columns[index] ?? ''}>
                    {cell}
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      </ModalBody>
    </Modal>
  );
}
