import {
  Checkbox,
  Form,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { useId } from 'react';
import { useT } from '../../../i18n';
import type { LoadProfile } from '../../../loadtest/loadPlan';
import type { PlanProblem } from '../../../loadtest/planProblems';
import type { PlanText } from './planText';
import { problemWords, profileHelp, profileWord } from './planWords';

const profiles: readonly LoadProfile[] = ['burst', 'constant', 'sweep'];

/** The step of a field that takes decimals. */
const anyNumber = 'any';

interface FieldProps {
  label: string;
  help?: string | undefined;
  value: string;
  type: 'text' | 'number';
  error: string | undefined;
  isDisabled: boolean;
  isRequired?: boolean;
  onChange: (value: string) => void;
}

function Field({ label, help, value, type, error, isDisabled, isRequired = true, onChange }: FieldProps) {
  const id = useId();
  const message = error ?? help;
  return (
    <FormGroup label={label} fieldId={id} isRequired={isRequired}>
      <TextInput
        id={id}
        type={type}
        value={value}
        isDisabled={isDisabled}
        {...(type === 'number' && { min: '0', step: anyNumber })}
        validated={error === undefined ? 'default' : 'error'}
        aria-describedby={`${id}-help`}
        aria-invalid={error !== undefined}
        onChange={(_event, next) => {
          onChange(next);
        }}
      />
      {message !== undefined && (
        <FormHelperText>
          <HelperText id={`${id}-help`} isLiveRegion>
            <HelperTextItem variant={error === undefined ? 'default' : 'error'}>{message}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      )}
    </FormGroup>
  );
}

interface PlanFieldsProps {
  text: PlanText;
  problems: readonly PlanProblem[];
  /** The image that the model is served from, if its tokenizer can come out of it. */
  image: string | undefined;
  isDisabled: boolean;
  onChange: (change: Partial<PlanText>) => void;
}

/** What is sent, for how long, and to whom. */
export function PlanFields({ text, problems, image, isDisabled, onChange }: PlanFieldsProps) {
  const t = useT();
  const id = useId();
  const errorOf = (field: PlanProblem['field']): string | undefined => {
    const problem = problems.find((each) => each.field === field);
    return problem && problemWords(problem, t);
  };
  const number = (field: 'rate' | 'durationSeconds' | 'promptTokens' | 'outputTokens', label: string) => (
    <Field
      label={label}
      type="number"
      value={text[field]}
      error={errorOf(field)}
      isDisabled={isDisabled}
      onChange={(value) => {
        onChange({ [field]: value });
      }}
    />
  );
  const line = (field: 'target' | 'model' | 'apiKeySecret', label: string, help?: string) => (
    <Field
      label={label}
      type="text"
      value={text[field]}
      help={help}
      error={field === 'apiKeySecret' ? undefined : errorOf(field)}
      isRequired={field !== 'apiKeySecret'}
      isDisabled={isDisabled}
      onChange={(value) => {
        onChange({ [field]: value });
      }}
    />
  );
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <FormGroup label={t('Profile')} fieldId={id}>
        <FormSelect
          id={id}
          value={text.profile}
          isDisabled={isDisabled}
          aria-describedby={`${id}-help`}
          onChange={(_event, value) => {
            onChange({ profile: profiles.find((profile) => profile === value) ?? 'burst' });
          }}
        >
          {profiles.map((profile) => (
            <FormSelectOption key={profile} value={profile} label={profileWord(profile, t)} />
          ))}
        </FormSelect>
        <FormHelperText>
          <HelperText id={`${id}-help`}>
            <HelperTextItem>{profileHelp(text.profile, t)}</HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      <div className="llm-autoscaling__loadtest-numbers">
        {text.profile !== 'sweep' && number('rate', t('Requests per second'))}
        {number(
          'durationSeconds',
          text.profile === 'sweep' ? t('Seconds of each step') : t('Seconds at this rate'),
        )}
        {number('promptTokens', t('Tokens of a prompt'))}
        {number('outputTokens', t('Tokens of an answer'))}
      </div>
      {line('target', t('Target'), t('Where the requests go, inside the cluster.'))}
      {line('model', t('Served name'), t('The "model" of the requests.'))}
      {line(
        'apiKeySecret',
        t('Secret with the API key'),
        t('Only if the model asks for one: its entry "api-key".'),
      )}
      {image !== undefined && (
        <Checkbox
          id={`${id}-tokenizer`}
          label={t("Take the tokenizer out of the model's image")}
          description={t(
            'For a cluster without internet; pulls that image, with its weights, to the node of the test. Otherwise a small tokenizer is fetched from Hugging Face.',
          )}
          isChecked={text.ownTokenizer}
          isDisabled={isDisabled}
          onChange={(_event, checked) => {
            onChange({ ownTokenizer: checked });
          }}
        />
      )}
    </Form>
  );
}
