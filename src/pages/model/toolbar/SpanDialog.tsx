import {
  Button,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextInput,
} from '@patternfly/react-core';
import { useState } from 'react';
import { useT } from '../../../i18n';
import type { TimeSpan } from '../../../queries/timeRange';
import { fieldValue, timeOfField } from './spanWords';

interface SpanDialogProps {
  /** What is shown now. */
  shown: TimeSpan;
  onShow: (span: TimeSpan) => void;
  onClose: () => void;
}

/** Asks for a part of the past, in local time. */
export function SpanDialog({ shown, onShow, onClose }: SpanDialogProps) {
  const t = useT();
  const [from, setFrom] = useState(fieldValue(shown.start));
  const [to, setTo] = useState(fieldValue(shown.end));
  const start = timeOfField(from);
  const end = timeOfField(to);
  const span = start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
  const title = t('Show a part of the past');
  return (
    <Modal variant="small" isOpen aria-label={title} onClose={onClose}>
      <ModalHeader title={title} />
      <ModalBody>
        <Form
          id="llm-autoscaling-span"
          isHorizontal
          onSubmit={(event) => {
            event.preventDefault();
            if (span !== undefined) onShow(span);
          }}
        >
          <FormGroup label={t('From')} fieldId="llm-autoscaling-from">
            <TextInput
              id="llm-autoscaling-from"
              type="datetime-local"
              value={from}
              onChange={(_event, value) => {
                setFrom(value);
              }}
            />
          </FormGroup>
          <FormGroup label={t('To')} fieldId="llm-autoscaling-to">
            <TextInput
              id="llm-autoscaling-to"
              type="datetime-local"
              value={to}
              validated={span === undefined ? 'error' : 'default'}
              onChange={(_event, value) => {
                setTo(value);
              }}
            />
            {span === undefined && (
              <FormHelperText>
                <HelperText>
                  <HelperTextItem variant="error">
                    {t('The end must come after the beginning.')}
                  </HelperTextItem>
                </HelperText>
              </FormHelperText>
            )}
          </FormGroup>
        </Form>
      </ModalBody>
      <ModalFooter>
        <Button type="submit" form="llm-autoscaling-span" isDisabled={span === undefined}>
          {t('Show')}
        </Button>
        <Button variant="link" onClick={onClose}>
          {t('Cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
