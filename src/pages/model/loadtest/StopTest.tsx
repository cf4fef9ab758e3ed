import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useId, useState } from 'react';
import { ChangeFailure } from '../../../components/ChangeFailure';
import { denialOf } from '../../../components/denial';
import { ExplainedButton } from '../../../components/ExplainedButton';
import type { ChangeError } from '../../../data/change';
import { stopLoadTest } from '../../../data/loadTestRun';
import { useRight } from '../../../data/useAccess';
import { useT } from '../../../i18n';
import type { LoadTest } from '../../../loadtest/loadTest';
import { jobKind } from '../../../resources/kinds';

interface StopTestProps {
  test: LoadTest;
  /** Its Job is being deleted. */
  onStopped: () => void;
}

/** Stops a test: deletes its Job after a question. */
export function StopTest({ test: { namespace, name, state }, onStopped }: StopTestProps) {
  const t = useT();
  const titleId = useId();
  const denial = denialOf([useRight('delete', jobKind, namespace)], t);
  const [asks, setAsks] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ChangeError>();
  const close = (): void => {
    setAsks(false);
  };
  async function stop(): Promise<void> {
    setBusy(true);
    const stopped = await stopLoadTest(namespace, name);
    setBusy(false);
    setFailure(stopped);
    if (stopped !== undefined) return;
    close();
    onStopped();
  }
  return (
    <>
      <ExplainedButton
        variant="secondary"
        label={t('Stop')}
        reason={denial}
        isLoading={state === 'stopping'}
        onClick={() => {
          setAsks(true);
        }}
      />
      {asks && (
        <Modal isOpen variant="small" aria-labelledby={titleId} onClose={close}>
          <ModalHeader title={t('Stop the load test {{name}}?', { name })} labelId={titleId} />
          <ModalBody>
            {t('The Job is deleted, with its log. The replicas go when their scale-down window is over.')}
            {failure !== undefined && <ChangeFailure failure={failure} />}
          </ModalBody>
          <ModalFooter>
            <Button
              variant="danger"
              isLoading={busy}
              isDisabled={busy}
              onClick={() => {
                void stop();
              }}
            >
              {t('Stop')}
            </Button>
            <Button variant="link" onClick={close}>
              {t('Cancel')}
            </Button>
          </ModalFooter>
        </Modal>
      )}
    </>
  );
}
