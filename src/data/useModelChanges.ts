import type { PauseWish } from '../policy/pausePatch';
import type { PolicyValues } from '../policy/policy';
import type { ServedModel } from '../resources/servedModel';
import type { Change, ChangeError } from './change';
import {
  pauseChange,
  removeHpaChange,
  removeScaledObjectChange,
  resumeChange,
  turnOnChange,
} from './modelChanges';
import { needsOf, removalNeedsOf } from './changeNeeds';
import { nextOf } from './switchAction';
import type { SwitchAction } from './switchAction';
import { useAccess } from './useAccess';
import type { Access } from './useRight';
import { useApplyChange } from './useApplyChange';
import type { ChangeProgress } from './useApplyChange';

type Outcome = Promise<ChangeError | undefined>;

/** What can be done to a model. Each resolves when the watched objects carry the change, or with what stopped it. */
export interface ModelChanges {
  next: SwitchAction;
  /** The rights that each of them needs. */
  needs: Readonly<
    Record<SwitchAction | 'edit' | 'removeHpa' | 'removeScaledObject' | 'fix', readonly Access[]>
  >;
  progress?: ChangeProgress;
  busy: boolean;
  /** At the replicas of now, if nothing else is wished. */
  pause: (wish?: PauseWish) => Outcome;
  resume: () => Outcome;
  turnOn: (values: PolicyValues) => Outcome;
  /** Undefined when no HPA of KServe is in the way. */
  removeHpa?: () => Outcome;
  /** Undefined when KServe has left no ScaledObject behind. */
  removeScaledObject?: () => Outcome;
}

/** Changes of one watched model and the rights they need. */
export function useModelChanges(model: ServedModel): ModelChanges {
  const access = useAccess(model.namespace);
  const { progress, busy, apply } = useApplyChange(model);
  const removal = removeHpaChange(model);
  const orphan = removeScaledObjectChange(model);
  const applyIfAny = async (change: Change | undefined): Outcome =>
    change ? apply(change) : { step: 'check', code: 'nothing', message: '' };
  return {
    next: nextOf(model),
    needs: { ...needsOf(model, access), ...removalNeedsOf(model, access) },
    ...(progress === undefined ? {} : { progress }),
    busy,
    pause: (wish) => applyIfAny(pauseChange(model, wish)),
    resume: () => applyIfAny(resumeChange(model)),
    turnOn: (values) => apply(turnOnChange(model, values)),
    ...(removal === undefined ? {} : { removeHpa: () => apply(removal) }),
    ...(orphan === undefined ? {} : { removeScaledObject: () => apply(orphan) }),
  };
}
