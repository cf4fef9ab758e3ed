import { Alert, Flex, FlexItem, Form, Title } from '@patternfly/react-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { ConsequenceList } from '../../acts/ConsequenceList';
import { Field } from '../../acts/Field';
import { ChangeFailure } from '../../components/ChangeFailure';
import { denialOf } from '../../components/denial';
import { ExplainedButton } from '../../components/ExplainedButton';
import { formatNumber } from '../../components/quantities';
import { httpConsequences } from '../../consequences/httpConsequences';
import { useRight } from '../../data/useAccess';
import { useApplyChange } from '../../data/useApplyChange';
import { useGpuRoom } from '../../data/useGpuRoom';
import { useSame } from '../../data/useSame';
import { useT, type Translate } from '../../i18n';
import {
  carriesHttpPolicy,
  httpPolicyPatch,
  httpPolicyProblems,
  makerOf,
  readHttpPolicy,
} from '../../policy/httpPolicy';
import type { PolicyProblem } from '../../policy/validate';
import { gpusOf } from '../../resources/gpus';
import { known } from '../../resources/known';
import { apiVersionOf, scaledObjectKind } from '../../resources/kinds';
import { pauseOf } from '../../resources/pause';
import type { ScaledObject } from '../../resources/scaledObject';
import type { ServedModel } from '../../resources/servedModel';
import { issueWords } from './issueWords';
import { useLeaveGuard } from './useLeaveGuard';

interface HttpPolicyProps {
  model: ServedModel;
  scaledObject: ScaledObject;
}

interface Typed {
  minReplicas?: string;
  maxReplicas?: string;
  threshold?: string;
}

const numberOf = (text: string): number => (text.trim() === '' ? NaN : Number(text));
const shown = (value: number): string => (Number.isNaN(value) ? '' : value.toString());

/** As elsewhere, but here nothing stands against a minimum of 0. */
function problemWords(problem: PolicyProblem, t: Translate): string {
  return problem.code === 'belowLimit'
    ? t('At least {{limit}}.', { limit: formatNumber(problem.limit ?? 0) })
    : issueWords(problem, t);
}

/** Edits a model that requests wake, in its own ScaledObject. What is not typed follows what is stored. */
export function HttpPolicy({ model, scaledObject }: HttpPolicyProps) {
  const t = useT();
  const { namespace } = model;
  const { name } = scaledObject.metadata;
  const stored = readHttpPolicy(scaledObject);
  const maker = makerOf(scaledObject);
  const [typed, setTyped] = useState<Typed>({});
  const [done, setDone] = useState(false);
  const { progress, busy, apply } = useApplyChange(model);
  const denial = denialOf([useRight('patch', scaledObjectKind, namespace)], t);
  const text = (field: keyof Typed): string => typed[field] ?? shown(stored[field] ?? NaN);
  const wanted = known({
    minReplicas: numberOf(text('minReplicas')),
    maxReplicas: numberOf(text('maxReplicas')),
    threshold: stored.threshold === undefined ? undefined : numberOf(text('threshold')),
  });
  const problems = httpPolicyProblems(wanted);
  const patch = problems.length > 0 ? [] : httpPolicyPatch(scaledObject, wanted);
  const room = useGpuRoom(namespace, useSame(gpusOf(model).resources));
  const paused = pauseOf(scaledObject) !== undefined;
  useLeaveGuard(patch.length > 0 || problems.length > 0, t('Leave without saving what you typed?'));
  const yaml = `/k8s/ns/${namespace}/${apiVersionOf(scaledObjectKind).replace('/', '~')}~ScaledObject/${name}/yaml`;

  function block(): string | undefined {
    if (maker !== undefined)
      return t('The HTTPScaledObject {{name}} makes this ScaledObject and would write it back.', {
        name: maker,
      });
    if (denial !== undefined) return denial;
    if (problems.length > 0) return t('Some values cannot be saved.');
    return patch.length === 0 ? t('Nothing is changed.') : undefined;
  }
  const reason = block();
  async function save(): Promise<void> {
    if (reason !== undefined || busy) return;
    setDone(false);
    const failure = await apply({
      write: { kind: scaledObjectKind, namespace, name, patch, seen: scaledObject },
      arrived: (now) => carriesHttpPolicy(now, wanted),
    });
    if (failure !== undefined) return;
    setTyped({});
    setDone(true);
  }
  const field = (key: keyof Typed, label: string, help?: string) => {
    const problem = problems.find((one) => one.field === key);
    return (
      <Field
        label={label}
        value={text(key)}
        step={key === 'threshold' ? 'any' : '1'}
        {...(help === undefined ? {} : { help })}
        message={problem && problemWords(problem, t)}
        isDisabled={busy || maker !== undefined}
        onChange={(value) => {
          setDone(false);
          setTyped({ ...typed, [key]: value });
        }}
      />
    );
  };
  return (
    <Form
      className="llm-autoscaling__policy-http"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Title headingLevel="h2" size="lg">
        {t('Rule')}
      </Title>
      <p>
        {t(
          'HTTP requests wake this model; its queue brings further replicas. Its ScaledObject {{name}} is edited here, no pod restarts.',
          { name },
        )}{' '}
        <Link to={yaml}>{t('YAML')}</Link>
      </p>
      <div className="llm-autoscaling__policy-row">
        {field(
          'minReplicas',
          t('Minimum replicas'),
          t('With 0 it sleeps when nobody uses it, and the first request waits for the cold start.'),
        )}
        {field('maxReplicas', t('Maximum replicas'))}
        {stored.threshold !== undefined && field('threshold', t('Add replicas above'), t('per replica'))}
      </div>
      <ConsequenceList
        consequences={patch.length === 0 ? [] : httpConsequences(model, scaledObject, wanted, room)}
        triggers={[]}
      />
      <Alert
        isInline
        isPlain
        variant="info"
        title={t(
          'Installed by the chart vllm-model? A later helm upgrade may set these back, or refuse to: set autoscaling.minReplicas, maxReplicas and threshold there, too.',
        )}
      />
      {progress?.error !== undefined && <ChangeFailure failure={progress.error} />}
      {done && (
        <Alert
          isInline
          isLiveRegion
          variant="success"
          title={
            paused
              ? t('Saved. The model is paused: nothing scales before it is resumed.')
              : t('Saved: KEDA scales by it now.')
          }
        />
      )}
      <Flex columnGap={{ default: 'columnGapMd' }}>
        <FlexItem>
          <ExplainedButton
            variant="primary"
            label={t('Save')}
            reason={reason}
            isLoading={busy}
            onClick={() => void save()}
          />
        </FlexItem>
        <FlexItem>
          <Link to={`/llm-autoscaling/ns/${namespace}/inferenceservices/${model.name}`}>
            {t('Back to the model')}
          </Link>
        </FlexItem>
      </Flex>
    </Form>
  );
}
