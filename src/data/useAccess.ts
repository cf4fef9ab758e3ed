import { useAccessReview } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sVerb } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';
import { horizontalPodAutoscalerKind, inferenceServiceKind, scaledObjectKind } from '../resources/kinds';
import type { Kind } from '../resources/kinds';

/** Whether the user may do one thing. */
export interface Access {
  state: 'loading' | 'allowed' | 'denied';
  /** The right as an administrator knows it, such as "patch inferenceservices.serving.kserve.io". */
  right: string;
  namespace: string;
}

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

/** Reviews one right in a project; the same object until the outcome changes. */
export function useRight(verb: K8sVerb, kind: Kind, namespace: string): Access {
  const [allowed, loading] = useAccessReview({ group: kind.group, resource: kind.plural, verb, namespace });
  const state = loading ? 'loading' : allowed ? 'allowed' : 'denied';
  return useMemo(
    () => ({ state, right: `${verb} ${kind.plural}.${kind.group}`, namespace }),
    [state, verb, kind, namespace],
  );
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
