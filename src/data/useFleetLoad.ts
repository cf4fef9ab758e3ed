import { useMemo } from 'react';
import { fleetRunningQuery, fleetWaitingQuery, modelKeyOf } from '../queries/vllm';
import type { ModelLoad } from '../resources/modelLoad';
import type { PollState } from './poll';
import type { QueriedSeries } from './prometheus';
import type { QueryErrorCode } from './queryError';
import { useInstantValues } from './useInstantValues';
import { useMetricsScope } from './useMetricsScope';

/** Why there are no numbers, or none that are new. */
export interface LoadProblem {
  code: QueryErrorCode | 'needsProject';
  message?: string;
}

/** The load of the models by namespace/name. */
export interface FleetLoad {
  /** Undefined before the first answer; a model without an entry has no series. */
  loads?: ReadonlyMap<string, ModelLoad>;
  /** When the numbers were fetched, milliseconds since 1970. */
  fetchedAt?: number;
  problem?: LoadProblem;
}

type Name = 'waiting' | 'running';
type Answers = ReadonlyMap<Name, readonly QueriedSeries[]>;

/** Puts the series of the fleet's queries together, one entry a model. */
export function loadsOf(answers: Answers, at: number): Map<string, ModelLoad> {
  const loads = new Map<string, ModelLoad>();
  for (const [name, series] of answers) {
    for (const { labels, points } of series) {
      const key = modelKeyOf(labels);
      const value = points[0]?.[1];
      if (key === undefined || value === undefined || !Number.isFinite(value)) continue;
      loads.set(key, { ...loads.get(key), at, [name]: value });
    }
  }
  return loads;
}

function problemOf(state: PollState<Answers>, needsProject: boolean): LoadProblem | undefined {
  if (needsProject) return { code: 'needsProject' };
  return state.error && { code: state.error.code, message: state.error.message };
}

/** Polls what waits and runs for all models together: two requests, however many models. */
export function useFleetLoad(namespace: string | undefined): FleetLoad {
  const { scope, needsProject } = useMetricsScope(namespace);
  const queries = useMemo(
    () =>
      [
        ['waiting', fleetWaitingQuery(namespace)],
        ['running', fleetRunningQuery(namespace)],
      ] as const,
    [namespace],
  );
  const state = useInstantValues<Name>(queries, scope, namespace);
  const { data, fetchedAt } = state;
  const loads = useMemo(
    () => (data === undefined || fetchedAt === undefined ? undefined : loadsOf(data, fetchedAt)),
    [data, fetchedAt],
  );
  const problem = problemOf(state, needsProject);
  return {
    ...(loads === undefined || fetchedAt === undefined ? {} : { loads, fetchedAt }),
    ...(problem === undefined ? {} : { problem }),
  };
}
