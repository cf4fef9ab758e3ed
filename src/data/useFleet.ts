import { useK8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo, useState } from 'react';
import { createModelJoin } from '../resources/joinModels';
import { inferenceServiceKind, scaledObjectKind } from '../resources/kinds';
import type { Kind } from '../resources/kinds';
import type { ClusterObjects, ServedModel } from '../resources/servedModel';
import { fleetWatches, kindOfList } from './fleetWatches';
import type { FleetLists } from './fleetWatches';
import { readErrorOf } from './readError';
import type { ReadError } from './readError';
import { useBatched } from './useBatched';
import { useSame } from './useSame';
import { useWatchedList } from './useWatchedList';
import type { WatchedList } from './useWatchedList';

/** The models of a project or of all projects. */
export interface Fleet {
  /** By namespace/name; an unchanged model keeps its identity. */
  models: ReadonlyMap<string, ServedModel>;
  /** True until each list was read or failed. */
  loading: boolean;
  /** Why there are no models. */
  problem?: ReadError;
  /** Lists without which the states of the models are not complete. */
  missing: readonly ReadError[];
  /** Whether the cluster serves ScaledObjects. */
  kedaInstalled: boolean;
}

type ListName = keyof FleetLists;

type Watched = { [Name in ListName]: WatchedList<FleetLists[Name][number]> };

const listNames: readonly ListName[] = [
  'inferenceServices',
  'scaledObjects',
  'horizontalPodAutoscalers',
  'deployments',
  'pendingPods',
];

/** Whether the cluster serves a kind. */
export function useServed({ group, version, kind }: Kind): boolean {
  const [model] = useK8sModel({ group, version, kind });
  // The console's type leaves out that there may be no such kind.
  const found: unknown = model;
  return found !== undefined && found !== null;
}

function useList<Name extends ListName>(
  name: Name,
  watches: ReturnType<typeof fleetWatches>,
): WatchedList<FleetLists[Name][number]> {
  return useWatchedList<FleetLists[Name][number]>(kindOfList[name], watches[name]);
}

function useWatched(namespace: string | undefined): Watched {
  const watches = useMemo(() => fleetWatches(namespace), [namespace]);
  const inferenceServices = useList('inferenceServices', watches);
  const scaledObjects = useList('scaledObjects', watches);
  const horizontalPodAutoscalers = useList('horizontalPodAutoscalers', watches);
  const deployments = useList('deployments', watches);
  const pendingPods = useList('pendingPods', watches);
  return useMemo(
    () => ({ inferenceServices, scaledObjects, horizontalPodAutoscalers, deployments, pendingPods }),
    [inferenceServices, scaledObjects, horizontalPodAutoscalers, deployments, pendingPods],
  );
}

/** What was listed; keeps its identity while none of the lists changed. */
function useObjects(watched: Watched): ClusterObjects {
  const inferenceServices = watched.inferenceServices.data;
  const scaledObjects = watched.scaledObjects.data;
  const horizontalPodAutoscalers = watched.horizontalPodAutoscalers.data;
  const deployments = watched.deployments.data;
  const pendingPods = watched.pendingPods.data;
  return useMemo(
    () => ({ inferenceServices, scaledObjects, horizontalPodAutoscalers, deployments, pendingPods }),
    [inferenceServices, scaledObjects, horizontalPodAutoscalers, deployments, pendingPods],
  );
}

function errorsOf(watched: Watched, served: Partial<Record<ListName, boolean>>): Map<ListName, ReadError> {
  const errors = new Map<ListName, ReadError>();
  for (const name of listNames) {
    const list: { loadError: unknown; loaded: boolean } = watched[name];
    const known = served[name] ?? true;
    // After a first success the last data stay; the console's watch tries again by itself.
    if (Boolean(list.loadError) && (!list.loaded || !known)) {
      errors.set(name, readErrorOf(kindOfList[name].plural, list.loadError, known));
    }
  }
  return errors;
}

/** Watches the models of a project; without a project, those of all projects. */
export function useFleet(namespace: string | undefined): Fleet {
  const watched = useWatched(namespace);
  const kserveInstalled = useServed(inferenceServiceKind);
  const kedaInstalled = useServed(scaledObjectKind);
  const [join] = useState(createModelJoin);
  const errors = useMemo(
    () => errorsOf(watched, { inferenceServices: kserveInstalled, scaledObjects: kedaInstalled }),
    [watched, kserveInstalled, kedaInstalled],
  );
  const loading = listNames.some((name) => !watched[name].loaded && !errors.has(name));
  const lists = useBatched(useObjects(watched), loading);
  const models = useMemo(() => join(lists), [join, lists]);
  const problem = useSame(errors.get('inferenceServices'));
  // A new list would make the state of each model anew.
  const missing = useSame(
    [...errors].filter(([name]) => name !== 'inferenceServices').map(([, error]) => error),
  );
  return useMemo(
    () => ({
      models,
      loading,
      ...(problem === undefined ? {} : { problem }),
      missing,
      kedaInstalled,
    }),
    [models, loading, problem, missing, kedaInstalled],
  );
}
