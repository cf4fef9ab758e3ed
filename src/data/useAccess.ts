import { useMemo } from 'react';
import { horizontalPodAutoscalerKind, inferenceServiceKind, scaledObjectKind } from '../resources/kinds';
import { useRight } from './useRight';
import type { Access } from './useRight';

/** The rights that changes of a model need. */
export interface ModelAccess {
  patchInferenceServices: Access;
  patchScaledObjects: Access;
  deleteAutoscalers: Access;
}

/** These, and the right that ending the autoscaling needs. */
export interface FullAccess extends ModelAccess {
  deleteScaledObjects: Access;
}

/** Reviews what the user may change in a project. The console asks the cluster once a project. */
export function useAccess(namespace: string): FullAccess {
  const patchInferenceServices = useRight('patch', inferenceServiceKind, namespace);
  const patchScaledObjects = useRight('patch', scaledObjectKind, namespace);
  const deleteScaledObjects = useRight('delete', scaledObjectKind, namespace);
  const deleteAutoscalers = useRight('delete', horizontalPodAutoscalerKind, namespace);
  return useMemo(
    () => ({ patchInferenceServices, patchScaledObjects, deleteScaledObjects, deleteAutoscalers }),
    [patchInferenceServices, patchScaledObjects, deleteScaledObjects, deleteAutoscalers],
  );
}
