import { useState } from 'react';
import type { ChangeFailureFacts } from '../components/ChangeFailure';
import { denialOf } from '../components/denial';
import { useModelChanges } from '../data/useModelChanges';
import { useT } from '../i18n';
import { autoscalerClassOf } from '../resources/autoscalerClass';
import type { ServedModel } from '../resources/servedModel';
import { ActDialog } from './ActDialog';

interface RemoveDialogProps {
  model: ServedModel;
  /** Which object: KServe's HPA beside KEDA, or the ScaledObject that KServe left behind. */
  what: 'hpa' | 'scaledObject';
  /** The name of the object; it stays shown when the object is gone. */
  name: string;
  onClose: () => void;
}

/** Asks before an object that is in the way is removed; closes when the server no longer has it. */
export function RemoveDialog({ model, what, name, onClose }: RemoveDialogProps) {
  const t = useT();
  const { removeHpa, removeScaledObject, needs, busy } = useModelChanges(model);
  const [failure, setFailure] = useState<ChangeFailureFacts>();
  const isHpa = what === 'hpa';
  const act = isHpa ? removeHpa : removeScaledObject;
  const fixed = autoscalerClassOf(model.inferenceService) === 'none';
  async function remove(): Promise<void> {
    setFailure(undefined);
    const stopped = await act?.();
    if (stopped === undefined) onClose();
    else setFailure(stopped);
  }
  const denial = denialOf(isHpa ? needs.removeHpa : needs.removeScaledObject, t);
  return (
    <ActDialog
      title={
        isHpa ? t('Remove the HPA {{name}}?', { name }) : t('Delete the ScaledObject {{name}}?', { name })
      }
      confirm={isHpa ? t('Remove the HPA') : t('Delete the ScaledObject')}
      isDanger
      reason={denial ?? (act === undefined && !busy ? t('It is gone already.') : undefined)}
      busy={busy}
      failure={failure}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      {isHpa ? (
        <p>{t('KEDA then scales the model. KServe does not make this HPA again while the class is keda.')}</p>
      ) : (
        <p>
          {fixed
            ? t('KEDA removes its HPA with it. KServe then keeps the number of replicas that is set.')
            : t('KEDA removes its HPA with it. The HPA of KServe then scales the model by its CPU.')}
        </p>
      )}
      <p>{t('No pod restarts.')}</p>
    </ActDialog>
  );
}
