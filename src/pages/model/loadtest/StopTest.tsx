import { useState } from 'react';
import { ActDialog } from '../../../acts/ActDialog';
import { denialOf } from '../../../components/denial';
import { ExplainedButton } from '../../../components/ExplainedButton';
import type { ChangeError } from '../../../data/change';
import { stopLoadTest } from '../../../data/loadTestRun';
import { useRight } from '../../../data/useRight';
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
        <ActDialog
          title={t('Stop the load test {{name}}?', { name })}
          confirm={t('Stop')}
          isDanger
          reason={denial}
          busy={busy}
          failure={failure}
          onConfirm={() => void stop()}
          onClose={close}
        >
          <p>
            {t('The Job is deleted, with its log. The replicas go when their scale-down window is over.')}
          </p>
        </ActDialog>
      )}
    </>
  );
}
