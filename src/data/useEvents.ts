import type { K8sResourceCommon } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';
import type { KubernetesEvent } from '../resources/event';
import { eventKind } from '../resources/kinds';
import type { ModelEvent } from '../resources/modelEvents';
import { modelEvents } from '../resources/modelEvents';
import type { ServedModel } from '../resources/servedModel';
import { listProblem } from './listProblem';
import { listWatch } from './listWatch';
import type { ReadError } from './readError';
import { useWatchedList } from './useWatchedList';

/** What happened to a model's objects. */
export interface ModelEvents {
  /** Newest first. */
  events: readonly ModelEvent[];
  loading: boolean;
  /** Why there are no events. */
  problem?: ReadError;
}

/**
 * Watches the events of the model's project and keeps those of the model's objects. One watch of all of them: a field
 * selector takes one name, and the names of pods and ReplicaSets are not known beforehand.
 */
export function useEvents(model: ServedModel): ModelEvents {
  const { namespace } = model;
  const watch = useMemo(() => listWatch(eventKind, namespace), [namespace]);
  const list = useWatchedList<KubernetesEvent & K8sResourceCommon>(eventKind, watch);
  return useMemo(() => {
    const problem = listProblem(eventKind, list);
    return {
      events: modelEvents(list.data, model),
      loading: !list.loaded && problem === undefined,
      ...(problem !== undefined && { problem }),
    };
  }, [list, model]);
}
