import { useMemo, useState } from 'react';
import { fleetRunningQuery, fleetWaitingQuery, modelKeyOf } from '../queries/vllm';
import type { ModelLoad } from '../resources/modelLoad';
import type { PollState } from './poll';
import type { QueriedSeries } from './prometheus';
import type { QueryErrorCode } from './queryError';
import { useInstantValues } from './useInstantValues';
import type { MetricsAccess } from './useMetricsScope';

/** Why there are no numbers, or none that are new. */
export interface LoadProblem {
  code: QueryErrorCode | 'needsProject';
  message?: string;
}

/** The load of the models by namespace/name. */
export interface FleetLoad {
  /** Undefined before the first answer; a model without an entry has no series. A load that stays keeps its identity. */
  loads?: ReadonlyMap<string, ModelLoad>;
  /** When the numbers were fetched, milliseconds since 1970. */
  fetchedAt?: number;
  problem?: LoadProblem;
}

type Name = 'waiting' | 'running';
type Answers = ReadonlyMap<Name, readonly QueriedSeries[]>;
type Loads = ReadonlyMap<string, ModelLoad>;

/** Puts the series of the fleet's queries together, one entry a model; entries of `before` that say the same stay. */
export function loadsOf(answers: Answers, before?: Loads): Loads {
  const loads = new Map<string, ModelLoad>();
  for (const [name, series] of answers) {
    for (const { labels, points } of series) {
      const key = modelKeyOf(labels);
      const value = points[0]?.[1];
      if (key === undefined || value === undefined || !Number.isFinite(value)) continue;
      const load = loads.get(key);
      if (load === undefined) loads.set(key, { [name]: value });
      else load[name] = value;
    }
  }
  return before === undefined ? loads : withKept(loads, before);
}

function withKept(loads: Map<string, ModelLoad>, before: Loads): Loads {
  let changed = before.size !== loads.size;
  for (const [key, load] of loads) {
    const old = before.get(key);
    if (old !== undefined && old.waiting === load.waiting && old.running === load.running)
      loads.set(key, old);
    else changed = true;
  }
  return changed ? loads : before;
}

function createLoads(): (answers: Answers) => Loads {
  let before: Loads | undefined;
  return (answers) => {
    before = loadsOf(answers, before);
    return before;
  };
}

function problemOf(state: PollState<Answers>, needsProject: boolean): LoadProblem | undefined {
  if (needsProject) return { code: 'needsProject' };
  return state.error && { code: state.error.code, message: state.error.message };
}

/** Polls what waits and runs for all models together: two requests, however many models. */
export function useFleetLoad(
  namespace: string | undefined,
  { scope, needsProject }: MetricsAccess,
): FleetLoad {
  const queries = useMemo(
    () =>
      [
        ['waiting', fleetWaitingQuery(namespace)],
        ['running', fleetRunningQuery(namespace)],
      ] as const,
    [namespace],
  );
  const state = useInstantValues<Name>(queries, scope, namespace);
  const [loadsFrom] = useState(createLoads);
  const { data, fetchedAt } = state;
  const loads = useMemo(() => data && loadsFrom(data), [data, loadsFrom]);
  const problem = problemOf(state, needsProject);
  return {
    ...(loads === undefined || fetchedAt === undefined ? {} : { loads, fetchedAt }),
    ...(problem === undefined ? {} : { problem }),
  };
}
