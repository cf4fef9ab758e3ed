import { Alert, Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useT } from '../i18n';
import { ChangeFailure } from './ChangeFailure';
import type { ChangeFailureFacts } from './ChangeFailure';
import { ChangeSteps } from './ChangeSteps';
import { PolicyFields } from './PolicyFields';
import type { FieldMessages, PolicyText } from './PolicyFields';

interface PolicyDialogProps {
  title: string;
  /** The word on the button that saves. */
  saveLabel: string;
  /** What the change does, above the fields. */
  children?: ReactNode;
  initial: PolicyText;
  /** What is wrong with the fields, empty when they can be saved. */
  messagesOf: (text: PolicyText) => FieldMessages;
  /** Saving makes sense without an edit, too. */
  savesUnchanged?: boolean;
  /** Why it cannot be saved, whatever is typed. */
  obstacle?: string | undefined;
  progress: { step: ChangeFailureFacts['step']; since: number; error?: ChangeFailureFacts } | undefined;
  busy: boolean;
  /** Milliseconds since 1970. */
  now: number;
  onSave: (text: PolicyText) => void;
  onClose: () => void;
}

/** A change that takes longer than this is worth a word, in milliseconds: KServe, KEDA and the HPA need seconds. */
const slowAfter = 45_000;

function sameText(a: PolicyText, b: PolicyText): boolean {
  return a.minReplicas === b.minReplicas && a.maxReplicas === b.maxReplicas && a.threshold === b.threshold;
}

/** Asks for threshold and bounds, shows how far the change is, and keeps what was typed when it fails. */
export function PolicyDialog(props: PolicyDialogProps) {
  const { title, saveLabel, children, initial, messagesOf, savesUnchanged, obstacle } = props;
  const { progress, busy, now, onSave, onClose } = props;
  const t = useT();
  const titleId = useId();
  const [text, setText] = useState(initial);
  const [saved, setSaved] = useState(false);
  const messages = messagesOf(text);
  const invalid = Object.values(messages).some((message) => message !== '');
  const unchanged = savesUnchanged !== true && sameText(text, initial);
  const shown = saved ? progress : undefined;
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
        {obstacle !== undefined && <Alert isInline variant="danger" title={obstacle} />}
        {children}
        <PolicyFields text={text} messages={messages} isDisabled={busy} onChange={setText} />
        {shown !== undefined && (
          <ChangeSteps
            step={shown.step}
            failed={shown.error !== undefined}
            slow={busy && now - shown.since > slowAfter}
          />
        )}
        {shown?.error !== undefined && <ChangeFailure failure={shown.error} />}
      </ModalBody>
      <ModalFooter>
        <Button
          variant="primary"
          isLoading={busy}
          isDisabled={busy || invalid || unchanged || obstacle !== undefined}
          onClick={() => {
            setSaved(true);
            onSave(text);
          }}
        >
          {saveLabel}
        </Button>
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
