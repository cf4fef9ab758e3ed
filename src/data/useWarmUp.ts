import type { PatchOperation } from '../policy/patchOperation';
import { letSleepPatch, warmUpPatch } from '../policy/warmUpPatch';
import { scaledObjectKind } from '../resources/kinds';
import { replicasOf } from '../resources/replicas';
import type { ScaledObject } from '../resources/scaledObject';
import { isKeptAwake } from '../resources/scaleToZero';
import type { ServedModel } from '../resources/servedModel';
import type { ChangeError } from './change';
import { useRight } from './useAccess';
import type { Access } from './useAccess';
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
  const change = (patch: readonly PatchOperation[], arrived: (model: ServedModel) => boolean) =>
    apply({ write: { kind: scaledObjectKind, namespace, name: scaledObject.metadata.name, patch }, arrived });
  return {
    needs,
    busy,
    ...(progress === undefined ? {} : { progress }),
    wake: () => change(warmUpPatch(scaledObject), (now) => (replicasOf(now).spec ?? 0) > 0),
    letSleep: () =>
      change(
        letSleepPatch(scaledObject),
        (now) => now.scaledObject !== undefined && !isKeptAwake(now.scaledObject),
      ),
  };
}
