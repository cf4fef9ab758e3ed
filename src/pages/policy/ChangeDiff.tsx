import { ToggleGroup, ToggleGroupItem, Title } from '@patternfly/react-core';
import { useState } from 'react';
import { useT } from '../../i18n';
import type { FieldChange } from './fieldChanges';
import { compareLines, yamlLines } from './yaml';

interface ChangeDiffProps {
  changes: readonly FieldChange[];
  /** What of the object can change, as it is stored. */
  stored: unknown;
  /** The same as the server would store it; undefined before it was asked. */
  result: unknown;
}

function Fields({ changes }: Pick<ChangeDiffProps, 'changes'>) {
  const t = useT();
  return (
    <dl>
      {changes.map((change) => (
        <div key={change.field}>
          <dt className="llm-autoscaling__policy-field">{change.field}</dt>
          <dd className="llm-autoscaling__policy-value">
            {change.before ?? t('not set')} {'->'} {change.after ?? t('not set')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Yaml({ stored, result }: Pick<ChangeDiffProps, 'stored' | 'result'>) {
  const t = useT();
  if (result === undefined) return <p>{t('Asking the server')}</p>;
  const lines = compareLines(yamlLines(stored), yamlLines(result));
  return (
    <pre className="llm-autoscaling__policy-code" tabIndex={0} aria-label={t('Changed YAML')}>
      {lines.map(({ sign, text }, index) => (
        <span
          key={index}
          className={sign === ' ' ? '' : `llm-autoscaling__policy-line--${sign === '+' ? 'in' : 'out'}`}
        >
          {`${sign} ${text}\n`}
        </span>
      ))}
    </pre>
  );
}

/** What changes, as fields or as YAML as the server would store it. */
export function ChangeDiff({ changes, stored, result }: ChangeDiffProps) {
  const t = useT();
  const [shown, setShown] = useState<'fields' | 'yaml'>('fields');
  return (
    <section>
      <div className="llm-autoscaling__policy-head">
        <Title headingLevel="h3" size="md">
          {t('Changes')}
        </Title>
        <ToggleGroup aria-label={t('Show the changes as')} isCompact>
          <ToggleGroupItem
            text={t('Fields')}
            isSelected={shown === 'fields'}
            onChange={() => {
              setShown('fields');
            }}
          />
          <ToggleGroupItem
            text={t('YAML')}
            isSelected={shown === 'yaml'}
            onChange={() => {
              setShown('yaml');
            }}
          />
        </ToggleGroup>
      </div>
      {shown === 'fields' ? <Fields changes={changes} /> : <Yaml stored={stored} result={result} />}
    </section>
  );
}
