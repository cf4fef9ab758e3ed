import { ToggleGroup, ToggleGroupItem, Title } from '@patternfly/react-core';
import { useState } from 'react';
import { useT } from '../../i18n';
import type { AutoscalingPolicy } from '../../policy/autoscalingPolicy';
import { autoscalerClassAnnotation } from '../../resources/autoscalerClass';
import type { InferenceService } from '../../resources/inferenceService';
import { fieldChanges } from './fieldChanges';
import { compareLines, yamlLines } from './yaml';

interface ChangeDiffProps {
  before: AutoscalingPolicy;
  after: AutoscalingPolicy;
  stored: InferenceService;
  /** What the server would store; undefined before it was asked. */
  result: InferenceService | undefined;
}

/** The parts of an InferenceService that a policy can change. */
function scalingPart({ metadata, spec }: InferenceService): unknown {
  const { minReplicas, maxReplicas, autoScaling } = spec.predictor;
  const annotation = metadata.annotations?.[autoscalerClassAnnotation];
  return {
    metadata: { annotations: { [autoscalerClassAnnotation]: annotation } },
    spec: { predictor: { minReplicas, maxReplicas, autoScaling } },
  };
}

function Fields({ before, after }: Pick<ChangeDiffProps, 'before' | 'after'>) {
  const t = useT();
  return (
    <dl>
      {fieldChanges(before, after).map((change) => (
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
  const lines = compareLines(yamlLines(scalingPart(stored)), yamlLines(scalingPart(result)));
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
export function ChangeDiff({ before, after, stored, result }: ChangeDiffProps) {
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
      {shown === 'fields' ? (
        <Fields before={before} after={after} />
      ) : (
        <Yaml stored={stored} result={result} />
      )}
    </section>
  );
}
