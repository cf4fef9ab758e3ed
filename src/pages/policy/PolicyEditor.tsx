import { Alert, Button, Flex, FlexItem, Title } from '@patternfly/react-core';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { ChangeFailure } from '../../components/ChangeFailure';
import { denialOf } from '../../components/denial';
import { foreignScalerWords } from '../../components/switchBlock';
import { ExplainedButton } from '../../components/ExplainedButton';
import { consequencesOf } from '../../consequences/consequencesOf';
import type { ChangeError } from '../../data/change';
import { policySaveOf } from '../../data/policySave';
import { needsOf } from '../../data/changeNeeds';
import { useAccess } from '../../data/useAccess';
import { useDryRun } from '../../data/useDryRun';
import { savePolicy } from '../../data/useFollowThrough';
import { useGpuRoom } from '../../data/useGpuRoom';
import { useTriggerLoads } from '../../data/useTriggerLoads';
import { useT } from '../../i18n';
import { readAutoscalingPolicy } from '../../policy/autoscalingPolicy';
import { supportsWindows } from '../../policy/behaviorSupport';
import { gpusOf } from '../../resources/gpus';
import { inferenceServiceKind } from '../../resources/kinds';
import type { ServedModel } from '../../resources/servedModel';
import { ChangeDiff } from './ChangeDiff';
import { Conflicts } from './Conflicts';
import { conflictsOf } from './conflictsOf';
import { ConsequenceList } from '../../acts/ConsequenceList';
import { FollowedSave } from '../../acts/FollowedSave';
import { fieldChanges } from './fieldChanges';
import { issueWords } from './issueWords';
import type { PolicyForm } from './policyForm';
import { PolicyFormView } from './PolicyFormView';
import { scalingPart } from './scalingPart';
import { useLeaveGuard } from './useLeaveGuard';
import { usePolicyEditor } from './usePolicyEditor';
import { useSame } from '../../data/useSame';
import { Verdict } from './Verdict';

interface PolicyEditorProps {
  model: ServedModel;
  /** What else can be done; stands beside the buttons. */
  menu: ReactNode;
}

/** Edits how a model scales: the rule on the left, what it will do on the right. */
export function PolicyEditor({ model, menu }: PolicyEditorProps) {
  const t = useT();
  const navigate = useNavigate();
  const { namespace, name } = model;
  const editor = usePolicyEditor(model);
  const { form, after, issues, patch, stored, dirty } = editor;
  const loads = useTriggerLoads(after.triggers);
  const room = useGpuRoom(namespace, useSame(gpusOf(model).resources));
  const dryRun = useDryRun(inferenceServiceKind, model.inferenceService, patch);
  const access = useAccess(namespace);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<ChangeError>();
  const [written, setWritten] = useState<PolicyForm>();
  // What is written reaches the watched model a moment later: until then it is typed, and no more lost.
  useLeaveGuard(dirty && form !== written, t('Leave without saving what you typed?'));
  const windowsSupported = supportsWindows(model);
  const consequences = useMemo(() => {
    return consequencesOf({
      model,
      before: stored,
      after,
      patch,
      loads,
      ...room,
      ...(windowsSupported === undefined ? {} : { windowsSupported }),
    });
  }, [model, stored, after, patch, loads, room, windowsSupported]);
  const turnsOn = stored.mode !== 'keda';
  const denial = denialOf(needsOf(model, access).edit, t);
  const foreign = turnsOn ? foreignScalerWords(model, t) : undefined;
  const modelIssue = issues.find(({ field }) => field === 'model');
  function blockOf(): string | undefined {
    if (denial !== undefined) return denial;
    if (foreign !== undefined) return foreign;
    if (issues.length > 0) return t('Some values cannot be saved.');
    if (patch.length === 0) return t('Nothing is changed.');
    return dryRun.state === 'refused' && dryRun.code !== 'failed' ? t('The server refuses this') : undefined;
  }
  const block = blockOf();
  async function save(): Promise<void> {
    if (block !== undefined || saving) return;
    setSaving(true);
    setFailure(undefined);
    const stopped = await savePolicy(policySaveOf(model, after, patch));
    // What goes wrong after the write stands with what became of it, below.
    const unwritten = stopped?.step === 'remove' ? undefined : stopped;
    setFailure(unwritten);
    if (unwritten === undefined) setWritten(form);
    setSaving(false);
  }
  return (
    <div className="llm-autoscaling__policy-columns">
      <div>
        <Conflicts conflicts={conflictsOf(editor, t)} onTakeTheirs={editor.reset} />
        {modelIssue !== undefined && <Alert isInline variant="danger" title={issueWords(modelIssue, t)} />}
        <PolicyFormView
          form={form}
          model={model}
          issues={issues}
          windows={windowsInForce(model)}
          isDisabled={saving}
          onChange={editor.setForm}
          onSubmit={() => void save()}
        />
      </div>
      <div className="llm-autoscaling__policy-side">
        <section>
          <Title headingLevel="h2" size="lg" className="llm-autoscaling__policy-head">
            {t('What this will do')}
          </Title>
          <ConsequenceList consequences={consequences} triggers={after.triggers} />
        </section>
        {patch.length > 0 && (
          <ChangeDiff
            changes={fieldChanges(stored, after)}
            stored={scalingPart(model.inferenceService)}
            result={dryRun.state === 'accepted' ? scalingPart(dryRun.result) : undefined}
          />
        )}
        <Verdict dryRun={dryRun} changesBy={(kept) => fieldChanges(after, readAutoscalingPolicy(kept))} />
        {failure !== undefined && <ChangeFailure failure={failure} />}
        <Flex columnGap={{ default: 'columnGapMd' }}>
          <FlexItem>
            <ExplainedButton
              variant="primary"
              label={turnsOn ? t('Turn on and restart') : t('Save')}
              reason={block}
              isLoading={saving}
              onClick={() => void save()}
            />
          </FlexItem>
          <FlexItem>
            <Button
              variant="link"
              onClick={() => {
                if (dirty) editor.reset();
                else void navigate(`/llm-autoscaling/ns/${namespace}/inferenceservices/${name}`);
              }}
            >
              {dirty ? t('Discard changes') : t('Back to the model')}
            </Button>
          </FlexItem>
          <FlexItem>{menu}</FlexItem>
        </Flex>
        <FollowedSave model={model} />
      </div>
    </div>
  );
}

/** The windows that the HPA has; where there is none, those that KServe and the HPA would take, in seconds. */
function windowsInForce({ kedaHpa }: ServedModel): { up: number; down: number } {
  const { scaleUp, scaleDown } = kedaHpa?.spec.behavior ?? {};
  return {
    up: scaleUp?.stabilizationWindowSeconds ?? 0,
    down: scaleDown?.stabilizationWindowSeconds ?? 300,
  };
}
