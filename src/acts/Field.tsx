import { FormGroup, FormHelperText, HelperText, HelperTextItem, TextInput } from '@patternfly/react-core';
import { useId } from 'react';
import './acts.css';

interface FieldProps {
  label: string;
  value: string;
  /** What is wrong; takes the place of the help. */
  message: string | undefined;
  help?: string;
  placeholder?: string;
  /** A number, or a text. */
  type?: 'number' | 'text';
  step?: string;
  isDisabled: boolean;
  onChange: (value: string) => void;
}

/** One labelled input with its help or what is wrong with it. */
export function Field(props: FieldProps) {
  const {
    label,
    value,
    message,
    help,
    placeholder,
    type = 'number',
    step = '1',
    isDisabled,
    onChange,
  } = props;
  const id = useId();
  const text = message ?? help;
  return (
    <FormGroup label={label} fieldId={id}>
      <TextInput
        id={id}
        type={type}
        className={type === 'number' ? 'llm-autoscaling__acts-number' : ''}
        {...(type === 'number' ? { min: '0', step } : {})}
        {...(placeholder === undefined ? {} : { placeholder })}
        isDisabled={isDisabled}
        value={value}
        validated={message === undefined ? 'default' : 'error'}
        aria-invalid={message !== undefined}
        {...(text === undefined ? {} : { 'aria-describedby': `${id}-help` })}
        onChange={(_event, next) => {
          onChange(next);
        }}
      />
      {text !== undefined && (
        <FormHelperText>
          <HelperText id={`${id}-help`} isLiveRegion>
            <HelperTextItem variant={message === undefined ? 'default' : 'error'}>{text}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}
