import type { PolicyValues } from '../policy/policy';
import { autoscalerClassOf } from '../resources/autoscalerClass';
import { pauseOf } from '../resources/pause';
import type { ServedModel } from '../resources/servedModel';
import type { Change, ChangeError } from './change';
import { editChange, pauseChange, removeHpaChange, resumeChange, turnOnChange } from './modelChanges';
import { useAccess } from './useAccess';
import type { Access } from './useAccess';
import { useApplyChange } from './useApplyChange';
import type { ChangeProgress } from './useApplyChange';

/** What switching a model would do next. */
export type SwitchAction = 'pause' | 'resume' | 'turnOn';

type Outcome = Promise<ChangeError | undefined>;

/** What can be done to a model. Each resolves when the watched objects carry the change, or with what stopped it. */
export interface ModelChanges {
  next: SwitchAction;
  /** The rights that each of them needs. */
  needs: Readonly<Record<SwitchAction | 'edit' | 'removeHpa', readonly Access[]>>;
  progress?: ChangeProgress;
  busy: boolean;
  pause: () => Outcome;
  resume: () => Outcome;
  turnOn: (values: PolicyValues) => Outcome;
  edit: (values: PolicyValues) => Outcome;
  /** Undefined when no HPA of KServe is in the way. */
  removeHpa?: () => Outcome;
}

function nextOf({ inferenceService, scaledObject }: ServedModel): SwitchAction {
  if (autoscalerClassOf(inferenceService) !== 'keda') return 'turnOn';
  return scaledObject !== undefined && pauseOf(scaledObject) !== undefined ? 'resume' : 'pause';
}

function needsOf(model: ServedModel, access: ReturnType<typeof useAccess>): ModelChanges['needs'] {
  const { patchInferenceServices, patchScaledObjects, deleteAutoscalers } = access;
  const paused = nextOf(model) === 'resume';
  return {
    pause: [patchScaledObjects],
    resume: [patchScaledObjects],
    turnOn: [patchInferenceServices, ...(model.kserveHpa === undefined ? [] : [deleteAutoscalers])],
    // An edit can wipe the pause, which is then set again.
    removeHpa: [deleteAutoscalers],
    edit: [patchInferenceServices, ...(paused ? [patchScaledObjects] : [])],
  };
}

/** Changes of one watched model and the rights they need. */
export function useModelChanges(model: ServedModel): ModelChanges {
  const access = useAccess(model.namespace);
  const { progress, busy, apply } = useApplyChange(model);
  const removal = removeHpaChange(model);
  // The views offer pause and resume only where there is a ScaledObject.
  const applyIfAny = async (change: Change | undefined): Outcome => (change ? apply(change) : undefined);
  return {
    next: nextOf(model),
    needs: needsOf(model, access),
    ...(progress === undefined ? {} : { progress }),
    busy,
    pause: () => applyIfAny(pauseChange(model)),
    resume: () => applyIfAny(resumeChange(model)),
    turnOn: (values) => apply(turnOnChange(model, values)),
    edit: (values) => apply(editChange(model, values)),
    ...(removal === undefined ? {} : { removeHpa: () => apply(removal) }),
  };
}
