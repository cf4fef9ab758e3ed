import { useMemo } from 'react';
import type { PodLoad } from '../queries/podLoad';
import { podLoadQuery, podLoads } from '../queries/podLoad';
import { podKind } from '../resources/kinds';
import type { Pod } from '../resources/pod';
import type { ServedModel } from '../resources/servedModel';
import { listProblem } from './listProblem';
import type { ReadError } from './readError';
import type { LoadProblem } from './useFleetLoad';
import { useInstantValues } from './useInstantValues';
import { useMetricsScope } from './useMetricsScope';
import { useModelPods } from './useModelPods';

/** The pods of a model and what they do. */
export interface ModelPods {
  pods: readonly Pod[];
  loading: boolean;
  /** Why there are no pods. */
  problem?: ReadError;
  /** By the pods' names, undefined before the first answer; a pod without an entry has no series. */
  loads?: ReadonlyMap<string, PodLoad>;
  /** When the numbers were fetched, milliseconds since 1970. */
  fetchedAt?: number;
  /** Why there are no numbers, or none that are new. */
  loadProblem?: LoadProblem;
}

function usePodLoads({ namespace, name }: ServedModel) {
  const { scope } = useMetricsScope(namespace);
  const queries = useMemo(() => [['pods', podLoadQuery({ namespace, name })]] as const, [namespace, name]);
  const { data, fetchedAt, error } = useInstantValues<'pods'>(queries, scope, namespace);
  return useMemo(() => {
    const series = data?.get('pods');
    return {
      ...(series !== undefined && fetchedAt !== undefined && { loads: podLoads(series), fetchedAt }),
      ...(error !== undefined && { loadProblem: { code: error.code, message: error.message } }),
    };
  }, [data, fetchedAt, error]);
}

/** Watches the pods of a model's predictor by KServe's labels, and polls their numbers with one request. */
export function usePods(model: ServedModel): ModelPods {
  const list = useModelPods(model.namespace, model.name);
  const loads = usePodLoads(model);
  return useMemo(() => {
    const problem = listProblem(podKind, list);
    return {
      pods: list.data,
      loading: !list.loaded && problem === undefined,
      ...(problem !== undefined && { problem }),
      ...loads,
    };
  }, [list, loads]);
}
