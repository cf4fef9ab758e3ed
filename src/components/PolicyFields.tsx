import {
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { useId } from 'react';
import { useT } from '../i18n';

/** What is typed, not yet read as numbers. */
export interface PolicyText {
  minReplicas: string;
  maxReplicas: string;
  threshold: string;
}

/** What is wrong with a field, in words. */
export type FieldMessages = Partial<Record<keyof PolicyText, string>>;

interface PolicyFieldsProps {
  text: PolicyText;
  messages: FieldMessages;
  isDisabled: boolean;
  onChange: (text: PolicyText) => void;
}

interface FieldProps {
  label: string;
  help: string;
  value: string;
  step: string;
  message: string | undefined;
  isDisabled: boolean;
  onChange: (value: string) => void;
}

function NumberField({ label, help, value, step, message, isDisabled, onChange }: FieldProps) {
  const id = useId();
  return (
    <FormGroup label={label} fieldId={id} isRequired>
      <TextInput
        id={id}
        type="number"
        min="0"
        step={step}
        isRequired
        isDisabled={isDisabled}
        value={value}
        validated={message === undefined ? 'default' : 'error'}
        aria-describedby={`${id}-help`}
        aria-invalid={message !== undefined}
        onChange={(_event, next) => {
          onChange(next);
        }}
      />
      <FormHelperText>
        <HelperText id={`${id}-help`} isLiveRegion>
          <HelperTextItem variant={message === undefined ? 'default' : 'error'}>
            {message ?? help}
          </HelperTextItem>
        </HelperText>
      </FormHelperText>
    </FormGroup>
  );
}

/** The step of a field that takes decimals. */
const anyNumber = 'any';

/** Threshold and bounds of a model. */
export function PolicyFields({ text, messages, isDisabled, onChange }: PolicyFieldsProps) {
  const t = useT();
  const field = (name: keyof PolicyText, label: string, help: string, step: string) => (
    <NumberField
      label={label}
      help={help}
      step={step}
      value={text[name]}
      message={messages[name]}
      isDisabled={isDisabled}
      onChange={(value) => {
        onChange({ ...text, [name]: value });
      }}
    />
  );
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      {field(
        'threshold',
        t('Threshold'),
        t('Replicas are added when more than this many requests wait per replica.'),
        anyNumber,
      )}
      {field('minReplicas', t('Minimum replicas'), t('As many replicas stay when nothing waits.'), '1')}
      {field('maxReplicas', t('Maximum replicas'), t('More replicas are never added.'), '1')}
    </Form>
  );
}
