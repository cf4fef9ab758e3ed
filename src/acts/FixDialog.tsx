import { useMemo, useState } from 'react';
import type { ChangeFailureFacts } from '../components/ChangeFailure';
import { denialOf } from '../components/denial';
import { policyMessages } from '../components/policyMessages';
import { consequencesOfFixing } from '../consequences/fixing';
import { fixedSaveOf } from '../data/policySave';
import { savePolicy } from '../data/useFollowThrough';
import { useGpuRoom } from '../data/useGpuRoom';
import { useModelChanges } from '../data/useModelChanges';
import { useSame } from '../data/useSame';
import { useT } from '../i18n';
import { fixedProblem } from '../policy/fixedReplicas';
import { modeOf } from '../policy/readPolicy';
import { gpusOf } from '../resources/gpus';
import { replicasOf } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';
import { ActDialog } from './ActDialog';
import { ConsequenceList } from './ConsequenceList';
import { Field } from './Field';

interface FixDialogProps {
  model: ServedModel;
  onClose: () => void;
}

/** Ends the autoscaling at a number of replicas, or changes that number; what became of it stands on the page. */
export function FixDialog({ model, onClose }: FixDialogProps) {
  const t = useT();
  const { needs } = useModelChanges(model);
  const [typed, setTyped] = useState(() => Math.max(1, replicasOf(model).spec ?? 1).toString());
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ChangeFailureFacts>();
  const room = useGpuRoom(model.namespace, useSame(gpusOf(model).resources));
  const replicas = typed.trim() === '' ? NaN : Number(typed);
  const problem = fixedProblem(replicas);
  const consequences = useMemo(
    () => (problem === undefined ? consequencesOfFixing(model, replicas, room) : []),
    [model, replicas, room, problem],
  );
  const fixed = modeOf(model.inferenceService) === 'none';
  const unchanged = problem === undefined && fixedSaveOf(model, replicas).write.patch.length === 0;
  function blockOf(): string | undefined {
    if (problem !== undefined) return t('Some values cannot be saved.');
    return unchanged ? t('Nothing is changed.') : denialOf(needs.fix, t);
  }
  async function save(): Promise<void> {
    setBusy(true);
    setFailure(undefined);
    const stopped = await savePolicy(fixedSaveOf(model, replicas));
    setBusy(false);
    // What goes wrong after the write stands with what became of it, on the page.
    if (stopped?.step === 'check' || stopped?.step === 'write') setFailure(stopped);
    else onClose();
  }
  return (
    <ActDialog
      title={
        fixed
          ? t('Replicas of {{name}}', { name: model.name })
          : t('Remove the autoscaling of {{name}}?', { name: model.name })
      }
      confirm={fixed ? t('Set the replicas') : t('Remove and restart')}
      isDanger={!fixed}
      reason={blockOf()}
      busy={busy}
      failure={failure}
      onConfirm={() => void save()}
      onClose={onClose}
    >
      <Field
        label={t('Replicas from now on')}
        value={typed}
        message={
          problem?.code === 'belowLimit'
            ? t('At least 1. To have none, stop the model.')
            : policyMessages(problem === undefined ? [] : [problem], t).minReplicas
        }
        isDisabled={busy}
        onChange={setTyped}
      />
      <ConsequenceList consequences={consequences} triggers={[]} />
    </ActDialog>
  );
}
