import { useState } from 'react';
import { denialOf } from '../components/denial';
import { useModelChanges } from '../data/useModelChanges';
import { useT } from '../i18n';
import { fixedProblem } from '../policy/fixedReplicas';
import type { PauseWish } from '../policy/pausePatch';
import { holdsOneDirection } from '../policy/pauseSupport';
import { replicasOf } from '../resources/replicas';
import { isWokenByRequests } from '../resources/scaleToZero';
import type { ServedModel } from '../resources/servedModel';
import { ActDialog } from './ActDialog';
import { PauseKinds, PinnedAt } from './PauseFields';

interface PauseDialogProps {
  model: ServedModel;
  onClose: () => void;
}

/** Pauses in a way of one's choice; closes when KEDA has done so. */
export function PauseDialog({ model, onClose }: PauseDialogProps) {
  const t = useT();
  const { pause, needs, busy, progress } = useModelChanges(model);
  const { spec = 1 } = replicasOf(model);
  const [kind, setKind] = useState<PauseWish['kind']>('current');
  const [typed, setTyped] = useState(() => Math.max(1, spec).toString());
  const [started, setStarted] = useState(false);
  const replicas = typed.trim() === '' ? NaN : Number(typed);
  const problem = kind === 'pinned' ? fixedProblem(replicas) : undefined;
  const oneWay = kind === 'scaleDown' || kind === 'scaleUp';
  const failure = started ? progress?.error : undefined;
  async function run(): Promise<void> {
    setStarted(true);
    const stopped = await pause(kind === 'pinned' ? { kind, replicas } : { kind });
    if (stopped === undefined) onClose();
  }
  return (
    <ActDialog
      title={t('Pause the autoscaling of {{name}}', { name: model.name })}
      confirm={t('Pause')}
      reason={problem === undefined ? denialOf(needs.pause, t) : t('Some values cannot be saved.')}
      busy={busy}
      failure={failure}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <PauseKinds kind={kind} isDisabled={busy} onChange={setKind} />
      {kind === 'pinned' && <PinnedAt model={model} typed={typed} isDisabled={busy} onChange={setTyped} />}
      {oneWay && <OneWayNotes sure={holdsOneDirection(model) === true} late={failure?.code === 'late'} />}
      <AsleepNote model={model} kind={kind} />
      <p>{t('No pod restarts.')}</p>
    </ActDialog>
  );
}

/** What a pause means for a model that waits for a request. */
function AsleepNote({ model, kind }: { model: ServedModel; kind: PauseWish['kind'] }) {
  const t = useT();
  const stays = kind === 'current' || kind === 'scaleUp';
  if (!stays || !isWokenByRequests(model) || replicasOf(model).spec !== 0) return null;
  return <p>{t('The model sleeps now: no request wakes it before it is resumed.')}</p>;
}

interface OneWayNotesProps {
  /** KEDA is known to be new enough. */
  sure: boolean;
  /** It was tried, and KEDA has not taken it. */
  late: boolean;
}

function OneWayNotes({ sure, late }: OneWayNotesProps) {
  const t = useT();
  if (late) {
    return (
      <p>
        {t(
          'KEDA still scales both ways: it is older than 2.18, or does not run. Resume takes the pause off.',
        )}
      </p>
    );
  }
  if (sure) return null;
  return (
    <p>
      {t(
        'This needs KEDA 2.18 or later, and nothing here tells which one runs. An older one goes on scaling; its HPA shows afterwards whether it took the pause.',
      )}
    </p>
  );
}
