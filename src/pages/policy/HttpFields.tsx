import { ExpandableSection, Form, Title } from '@patternfly/react-core';
import { Link } from 'react-router';
import { Field } from '../../acts/Field';
import { useT } from '../../i18n';
import { apiVersionOf, scaledObjectKind } from '../../resources/kinds';
import type { HttpField } from './httpForm';
import { httpFieldWords, httpIssueWords } from './httpWords';
import { MadeByAddOn } from './MadeByAddOn';
import type { HttpEditor } from './useHttpEditor';

interface HttpFieldsProps {
  editor: HttpEditor;
  namespace: string;
  /** Of the ScaledObject. */
  name: string;
  /** The HTTPScaledObject that makes the ScaledObject; undefined where it is edited here. */
  maker: string | undefined;
  isDisabled: boolean;
  onType: (field: HttpField, text: string) => void;
  onSubmit: () => void;
}

/** What can be edited of a model that requests wake. */
export function HttpFields(props: HttpFieldsProps) {
  const { editor, namespace, name, maker, isDisabled, onType, onSubmit } = props;
  const t = useT();
  const yaml = `/k8s/ns/${namespace}/${apiVersionOf(scaledObjectKind).replace('/', '~')}~ScaledObject/${name}/yaml`;
  const messageOf = (field: HttpField): string | undefined => {
    const issue = editor.issues.find((one) => one.field === field);
    return issue && httpIssueWords(issue, t);
  };
  const row = (...fields: HttpField[]) => (
    <div className="llm-autoscaling__policy-row">
      {fields.map((field) => (
        <Field
          key={field}
          {...httpFieldWords(field, t)}
          value={editor.text(field)}
          step={field === 'threshold' ? 'any' : '1'}
          message={messageOf(field)}
          isDisabled={isDisabled}
          onChange={(text) => {
            onType(field, text);
          }}
        />
      ))}
    </div>
  );
  const wrongWindow = [messageOf('scaleDownWindowSeconds'), messageOf('scaleUpWindowSeconds')].some(
    (message) => message !== undefined,
  );
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
      <p>
        {editor.stored.threshold === undefined
          ? t('HTTP requests wake this model, and bring further replicas.')
          : t('HTTP requests wake this model; its queue brings further replicas.')}{' '}
        {maker === undefined && t('Its ScaledObject {{name}} is edited here, no pod restarts.', { name })}{' '}
        <Link to={yaml}>{t('YAML')}</Link>
      </p>
      {maker !== undefined && <MadeByAddOn namespace={namespace} name={maker} />}
      {editor.stored.threshold === undefined
        ? row('minReplicas', 'maxReplicas')
        : row('minReplicas', 'maxReplicas', 'threshold')}
      {row('cooldownSeconds', 'initialCooldownSeconds')}
      <ExpandableSection
        toggleText={t('Stabilization windows')}
        {...(wrongWindow ? { isExpanded: true } : {})}
      >
        {row('scaleDownWindowSeconds', 'scaleUpWindowSeconds')}
      </ExpandableSection>
    </Form>
  );
}
