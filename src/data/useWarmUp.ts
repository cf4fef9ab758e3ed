import { scaledObjectKind } from '../resources/kinds';
import type { ScaledObject } from '../resources/scaledObject';
import type { ServedModel } from '../resources/servedModel';
import type { ChangeError } from './change';
import { letSleepChange, wakeChange } from './modelChanges';
import { useRight } from './useRight';
import type { Access } from './useRight';
import { useApplyChange } from './useApplyChange';
import type { ChangeProgress } from './useApplyChange';

/** Waking a model, and letting it sleep again. */
export interface WarmUp {
  needs: Access;
  busy: boolean;
  progress?: ChangeProgress;
  /** Both resolve when the cluster shows it, or with what stopped them. */
  wake: () => Promise<ChangeError | undefined>;
  letSleep: () => Promise<ChangeError | undefined>;
}

/** Wakes a model that KEDA has scaled to zero. */
export function useWarmUp(model: ServedModel, scaledObject: ScaledObject): WarmUp {
  const { namespace } = model;
  const needs = useRight('patch', scaledObjectKind, namespace);
  const { progress, busy, apply } = useApplyChange(model);
  return {
    needs,
    busy,
    ...(progress === undefined ? {} : { progress }),
    wake: () => apply(wakeChange(scaledObject)),
    letSleep: () => apply(letSleepChange(scaledObject)),
  };
}
