import { Alert, Button, Flex, FlexItem, Title } from '@patternfly/react-core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ConsequenceList } from '../../acts/ConsequenceList';
import { ChangeFailure } from '../../components/ChangeFailure';
import { denialOf } from '../../components/denial';
import { ExplainedButton } from '../../components/ExplainedButton';
import { httpConsequences } from '../../consequences/httpConsequences';
import { useRight } from '../../data/useRight';
import { useApplyChange } from '../../data/useApplyChange';
import { useDryRun } from '../../data/useDryRun';
import { useGpuRoom } from '../../data/useGpuRoom';
import { useSame } from '../../data/useSame';
import { useT } from '../../i18n';
import { makerOf, readHttpPolicy } from '../../policy/httpPolicy';
import { carriesHttpPolicy } from '../../policy/httpPolicyArrival';
import { gpusOf } from '../../resources/gpus';
import { scaledObjectKind } from '../../resources/kinds';
import { pauseOf } from '../../resources/pause';
import type { ScaledObject } from '../../resources/scaledObject';
import type { ServedModel } from '../../resources/servedModel';
import { ChangeDiff } from './ChangeDiff';
import { Conflicts } from './Conflicts';
import { httpFieldChanges } from './fieldChanges';
import { HttpFields } from './HttpFields';
import { httpText } from './httpForm';
import { httpFieldWords } from './httpWords';
import { httpScalingPart } from './scalingPart';
import { useHttpEditor } from './useHttpEditor';
import { useLeaveGuard } from './useLeaveGuard';
import { Verdict } from './Verdict';

interface HttpPolicyProps {
  model: ServedModel;
  scaledObject: ScaledObject;
  /** What else can be done; stands beside the buttons. */
  menu: ReactNode;
}

/** Edits a model that requests wake, in its own ScaledObject: the rule on the left, what it will do on the right. */
export function HttpPolicy({ model, scaledObject, menu }: HttpPolicyProps) {
  const t = useT();
  const navigate = useNavigate();
  const { namespace } = model;
  const { name } = scaledObject.metadata;
  const maker = makerOf(scaledObject);
  const editor = useHttpEditor(scaledObject);
  const { stored, after, patch, issues, dirty } = editor;
  const [done, setDone] = useState(false);
  const { progress, busy, apply } = useApplyChange(model);
  const dryRun = useDryRun(scaledObjectKind, scaledObject, patch);
  const denial = denialOf([useRight('patch', scaledObjectKind, namespace)], t);
  const room = useGpuRoom(namespace, useSame(gpusOf(model).resources));
  const paused = pauseOf(scaledObject) !== undefined;
  const isWritten = progress?.step === 'follow';
  useLeaveGuard(dirty && !isWritten, t('Leave without saving what you typed?'));

  function block(): string | undefined {
    if (maker !== undefined)
      return t('The HTTPScaledObject {{name}} makes this ScaledObject and would write it back.', {
        name: maker,
      });
    if (denial !== undefined) return denial;
    if (issues.length > 0) return t('Some values cannot be saved.');
    if (patch.length === 0) return t('Nothing is changed.');
    return dryRun.state === 'refused' && dryRun.code !== 'failed' ? t('The server refuses this') : undefined;
  }
  const reason = block();
  async function save(): Promise<void> {
    if (reason !== undefined || busy) return;
    setDone(false);
    const failure = await apply({
      write: { kind: scaledObjectKind, namespace, name, patch, seen: scaledObject },
      arrived: (now) => carriesHttpPolicy(now, after),
    });
    if (failure !== undefined) return;
    editor.reset();
    setDone(true);
  }
  return (
    <div className="llm-autoscaling__policy-columns">
      <div>
        <Conflicts
          conflicts={editor.conflicts.map((field) => ({
            part: httpFieldWords(field, t).label,
            mine: editor.text(field),
            theirs: httpText(stored, field),
          }))}
          onTakeTheirs={editor.reset}
        />
        <HttpFields
          editor={editor}
          namespace={namespace}
          name={name}
          maker={maker}
          isDisabled={busy || maker !== undefined}
          onType={(field, text) => {
            setDone(false);
            editor.type(field, text);
          }}
          onSubmit={() => void save()}
        />
      </div>
      <div className="llm-autoscaling__policy-side">
        <section>
          <Title headingLevel="h2" size="lg" className="llm-autoscaling__policy-head">
            {t('What this will do')}
          </Title>
          <ConsequenceList
            consequences={httpConsequences({ model, scaledObject, before: stored, after, ...room })}
            triggers={[]}
          />
        </section>
        {patch.length > 0 && (
          <ChangeDiff
            changes={httpFieldChanges(stored, after)}
            stored={httpScalingPart(scaledObject)}
            result={dryRun.state === 'accepted' ? httpScalingPart(dryRun.result) : undefined}
          />
        )}
        <Verdict dryRun={dryRun} changesBy={(kept) => httpFieldChanges(after, readHttpPolicy(kept))} />
        {maker === undefined && (
          <Alert
            isInline
            isPlain
            variant="info"
            title={t(
              'Installed by the chart vllm-model? A later helm upgrade may set these back, or refuse to: set them in the values of the release, too.',
            )}
          />
        )}
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
            <Button
              variant="link"
              onClick={() => {
                if (dirty) editor.reset();
                else void navigate(`/llm-autoscaling/ns/${namespace}/inferenceservices/${model.name}`);
              }}
            >
              {dirty ? t('Discard changes') : t('Back to the model')}
            </Button>
          </FlexItem>
          <FlexItem>{menu}</FlexItem>
        </Flex>
      </div>
    </div>
  );
}
