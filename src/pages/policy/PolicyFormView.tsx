import { Button, ExpandableSection, Form, Title } from '@patternfly/react-core';
import { useT } from '../../i18n';
import type { PolicyIssue } from '../../policy/policyProblems';
import { Field } from '../../acts/Field';
import { messageAt } from './issueWords';
import { withTrigger, type PolicyForm } from './policyForm';
import { TriggerRow } from './TriggerRow';

interface PolicyFormViewProps {
  form: PolicyForm;
  model: { namespace: string; name: string };
  issues: readonly PolicyIssue[];
  /** Windows that count where none is set, in seconds. */
  windows: { up: number; down: number };
  isDisabled: boolean;
  onChange: (form: PolicyForm) => void;
  onSubmit: () => void;
}

/** The policy as a sentence with inputs: triggers, bounds, windows. */
export function PolicyFormView(props: PolicyFormViewProps) {
  const { form, model, issues, windows, isDisabled, onChange, onSubmit } = props;
  const t = useT();
  const notSet = (seconds: number): string => t('not set: {{seconds}} s', { seconds });
  const windowMessages = [messageAt(issues, 'scaleUpWindow', t), messageAt(issues, 'scaleDownWindow', t)];
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <Title headingLevel="h2" size="lg">
        {t('Rule')}
      </Title>
      {form.triggers.length > 1 && <p>{t('The trigger that asks for most replicas decides.')}</p>}
      {form.triggers.map((row, index) => (
        <TriggerRow
          key={row.id}
          row={row}
          index={index}
          model={model}
          issues={issues}
          isDisabled={isDisabled}
          onChange={(next) => {
            onChange({ ...form, triggers: form.triggers.with(index, next) });
          }}
          onRemove={
            form.triggers.length === 1
              ? undefined
              : () => {
                  onChange({ ...form, triggers: form.triggers.toSpliced(index, 1) });
                }
          }
        />
      ))}
      <div>
        <Button
          variant="link"
          isInline
          isDisabled={isDisabled}
          onClick={() => {
            onChange(withTrigger(form, model));
          }}
        >
          {t('Add a trigger')}
        </Button>
      </div>
      <div className="llm-autoscaling__policy-row">
        <Field
          label={t('Minimum replicas')}
          value={form.minReplicas}
          message={messageAt(issues, 'minReplicas', t)}
          isDisabled={isDisabled}
          onChange={(minReplicas) => {
            onChange({ ...form, minReplicas });
          }}
        />
        <Field
          label={t('Maximum replicas')}
          value={form.maxReplicas}
          message={messageAt(issues, 'maxReplicas', t)}
          isDisabled={isDisabled}
          onChange={(maxReplicas) => {
            onChange({ ...form, maxReplicas });
          }}
        />
      </div>
      <ExpandableSection
        toggleText={t('Stabilization windows')}
        {...(windowMessages.some((message) => message !== undefined) ? { isExpanded: true } : {})}
      >
        <div className="llm-autoscaling__policy-row">
          <Field
            label={t('Wait before scaling down, seconds')}
            value={form.scaleDownWindow}
            message={windowMessages[1]}
            placeholder={notSet(windows.down)}
            help={t('The load must stay low for this long; then all surplus replicas go at once.')}
            isDisabled={isDisabled}
            onChange={(scaleDownWindow) => {
              onChange({ ...form, scaleDownWindow });
            }}
          />
          <Field
            label={t('Wait before scaling up, seconds')}
            value={form.scaleUpWindow}
            message={windowMessages[0]}
            placeholder={notSet(windows.up)}
            help={t('The load must stay high for this long.')}
            isDisabled={isDisabled}
            onChange={(scaleUpWindow) => {
              onChange({ ...form, scaleUpWindow });
            }}
          />
        </div>
      </ExpandableSection>
    </Form>
  );
}
