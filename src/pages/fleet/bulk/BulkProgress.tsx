import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useEffect, useId, useMemo, useSyncExternalStore } from 'react';
import { formatNumber } from '../../../components/quantities';
import { useT } from '../../../i18n';
import type { BulkAct } from './bulkJob';
import { BulkResults } from './BulkResults';
import type { BulkRun } from './bulkRun';
import { countsOf, isOver } from './bulkRun';
import { titleOf } from './bulkWords';
import { slowly } from './slowly';

interface BulkProgressProps {
  act: BulkAct;
  run: BulkRun;
  onClose: () => void;
}

/** Milliseconds between two states of the table: of hundreds of rows some change all the time. */
const rest = 250;

/** What becomes of each model. While something is under way it can be stopped, and closed only afterwards. */
export function BulkProgress({ act, run, onClose }: BulkProgressProps) {
  const t = useT();
  const id = useId();
  const subscribe = useMemo(() => slowly(run.subscribe, rest), [run]);
  const rows = useSyncExternalStore(subscribe, run.get);
  const { arrived, failed, stopped, waiting } = countsOf(rows);
  const over = isOver(rows);
  const again = failed + stopped;
  useEffect(() => {
    if (over) return undefined;
    // Models that were not begun would be forgotten with the tab.
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [over]);
  return (
    <Modal isOpen variant="medium" aria-labelledby={id} {...(over ? { onClose } : {})}>
      <ModalHeader title={titleOf(act, t)} labelId={id} />
      <ModalBody>
        <p role="status">
          {t('{{part}} of {{whole}} arrived', {
            part: formatNumber(arrived),
            whole: formatNumber(rows.length),
          })}
          {failed > 0 && `, ${t('{{number}} failed', { number: formatNumber(failed) })}`}
          {stopped > 0 && `, ${t('{{number}} not begun', { number: formatNumber(stopped) })}`}
        </p>
        <BulkResults rows={rows} />
      </ModalBody>
      <ModalFooter>
        {over ? (
          <Button variant={again > 0 ? 'secondary' : 'primary'} onClick={onClose}>
            {t('Close')}
          </Button>
        ) : (
          <Button
            variant="secondary"
            isDisabled={waiting === 0}
            onClick={() => {
              run.stop();
            }}
          >
            {t('Stop: begin no further model')}
          </Button>
        )}
        {over && again > 0 && (
          <Button
            onClick={() => {
              run.retry();
            }}
          >
            {t('Try {{number}} again', { number: formatNumber(again) })}
          </Button>
        )}
      </ModalFooter>
    </Modal>
  );
}
