import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { ChangeFailure } from '../components/ChangeFailure';
import type { ChangeFailureFacts } from '../components/ChangeFailure';
import { ExplainedButton } from '../components/ExplainedButton';
import { useT } from '../i18n';
import './acts.css';

interface ActDialogProps {
  title: string;
  /** What the act does and what it asks for. */
  children: ReactNode;
  /** The word on the button that does it. */
  confirm: string;
  isDanger?: boolean;
  /** Why it cannot be done; undefined when it can. */
  reason: string | undefined;
  busy: boolean;
  failure: ChangeFailureFacts | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before an act, shows that it is under way, and stays open with the server's words when it fails. */
export function ActDialog(props: ActDialogProps) {
  const { title, children, confirm, isDanger, reason, busy, failure, onConfirm, onClose } = props;
  const t = useT();
  const titleId = useId();
  return (
    <Modal
      isOpen
      variant="small"
      aria-labelledby={titleId}
      onClose={() => {
        onClose();
      }}
    >
      <ModalHeader title={title} labelId={titleId} />
      <ModalBody>
        <div className="llm-autoscaling__acts-form">
          {children}
          {failure !== undefined && <ChangeFailure failure={failure} />}
        </div>
      </ModalBody>
      <ModalFooter>
        <ExplainedButton
          variant={isDanger === true ? 'danger' : 'primary'}
          label={confirm}
          reason={reason}
          isLoading={busy}
          onClick={() => {
            if (reason === undefined && !busy) onConfirm();
          }}
        />
        <Button
          variant="link"
          onClick={() => {
            onClose();
          }}
        >
          {busy ? t('Close') : t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
