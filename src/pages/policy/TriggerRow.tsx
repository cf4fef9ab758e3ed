import {
  Button,
  ExpandableSection,
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextArea,
} from '@patternfly/react-core';
import { useId } from 'react';
import { useT } from '../../i18n';
import type { PolicyIssue } from '../../policy/policyProblems';
import type { PolicyTrigger, TriggerKind } from '../../policy/trigger';
import { Field } from '../../acts/Field';
import { messageAt } from './issueWords';
import { ofKind, type TriggerText } from './policyForm';
import { QueryTestPanel } from './QueryTestPanel';
import { kindWords, thresholdHelp } from '../../acts/triggerWords';

interface TriggerRowProps {
  row: TriggerText;
  index: number;
  model: { namespace: string; name: string };
  issues: readonly PolicyIssue[];
  isDisabled: boolean;
  onChange: (row: TriggerText) => void;
  /** Undefined for the only trigger, which cannot go. */
  onRemove: (() => void) | undefined;
}

const kinds: readonly TriggerKind[] = ['waiting', 'waitingAndRunning', 'kvCache', 'query'];

function inNamespace(trigger: PolicyTrigger, namespace: string): PolicyTrigger {
  if (namespace !== '') return { ...trigger, namespace };
  const anywhere = { ...trigger };
  delete anywhere.namespace;
  return anywhere;
}

/** One trigger: above which load per replica replicas are added, where it is read, and a test of its query. */
export function TriggerRow({ row, index, model, issues, isDisabled, onChange, onRemove }: TriggerRowProps) {
  const t = useT();
  const id = useId();
  const { trigger, threshold } = row;
  const { kind, query, serverAddress, namespace = '' } = trigger;
  const queryMessage = messageAt(issues, 'query', t, index);
  const place = (['serverAddress', 'namespace'] as const).map((field) => messageAt(issues, field, t, index));
  return (
    <div
      role="group"
      aria-label={t('Trigger {{number}}', { number: index + 1 })}
      className="llm-autoscaling__policy-trigger"
    >
      <div className="llm-autoscaling__policy-row">
        <Field
          label={t('Add replicas above')}
          step="any"
          value={threshold}
          message={messageAt(issues, 'threshold', t, index)}
          help={thresholdHelp(kind, t)}
          isDisabled={isDisabled}
          onChange={(next) => {
            onChange({ ...row, threshold: next, typed: true });
          }}
        />
        <FormGroup label={t('per replica, counting')} fieldId={`${id}-kind`}>
          <FormSelect
            id={`${id}-kind`}
            value={kind}
            isDisabled={isDisabled}
            onChange={(_event, value) => {
              const next = kinds.find((one) => one === value);
              if (next !== undefined) onChange(ofKind(row, next, model));
            }}
          >
            {kinds.map((one) => (
              <FormSelectOption key={one} value={one} label={kindWords(one, t)} />
            ))}
          </FormSelect>
        </FormGroup>
        {onRemove !== undefined && (
          <Button variant="link" isDanger isDisabled={isDisabled} onClick={onRemove}>
            {t('Remove trigger')}
          </Button>
        )}
      </div>
      {kind === 'query' && (
        <FormGroup label={t('Query')} fieldId={`${id}-query`}>
          <TextArea
            id={`${id}-query`}
            className="llm-autoscaling__policy-query"
            value={query}
            rows={3}
            isDisabled={isDisabled}
            validated={queryMessage === undefined ? 'default' : 'error'}
            aria-invalid={queryMessage !== undefined}
            aria-describedby={`${id}-query-help`}
            onChange={(_event, next) => {
              onChange({ ...row, trigger: { ...trigger, query: next } });
            }}
          />
          <FormHelperText>
            <HelperText id={`${id}-query-help`}>
              <HelperTextItem variant={queryMessage === undefined ? 'default' : 'error'}>
                {queryMessage ?? t('PromQL with one value, all replicas together: wrap it in sum().')}
              </HelperTextItem>
            </HelperText>
          </FormHelperText>
        </FormGroup>
      )}
      {kind !== 'query' && queryMessage !== undefined && (
        <HelperText>
          <HelperTextItem variant="error">{queryMessage}</HelperTextItem>
        </HelperText>
      )}
      <ExpandableSection
        toggleText={t('Where KEDA reads it')}
        {...(place.some((message) => message !== undefined) ? { isExpanded: true } : {})}
      >
        {kind !== 'query' && <pre className="llm-autoscaling__policy-code">{query}</pre>}
        <Field
          type="text"
          label={t('Address of Prometheus')}
          value={serverAddress}
          message={place[0]}
          isDisabled={isDisabled}
          onChange={(next) => {
            onChange({ ...row, trigger: { ...trigger, serverAddress: next } });
          }}
        />
        <Field
          type="text"
          label={t('Namespace of the query')}
          value={namespace}
          message={place[1]}
          help={t('Needed on port 9092, which answers with the rights of one project.')}
          isDisabled={isDisabled}
          onChange={(next) => {
            onChange({ ...row, trigger: inNamespace(trigger, next) });
          }}
        />
      </ExpandableSection>
      <QueryTestPanel trigger={trigger} />
    </div>
  );
}
