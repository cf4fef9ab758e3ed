import { useEffect, useState, useSyncExternalStore } from 'react';
import type { LiveReplicas } from '../../decisions/liveReplicas';
import { replicasOf } from '../../resources/replicas';
import type { ServedModel } from '../../resources/servedModel';

/** Changes are rare: this is more than a day of them. */
const mostRecords = 5000;

function recordOf(model: ServedModel, at: number): LiveReplicas | undefined {
  const { spec, ready } = replicasOf(model);
  if (spec === undefined) return undefined;
  const hpa = model.kedaHpa ?? model.kserveHpa;
  return {
    at,
    replicas: spec,
    available: ready,
    desired: hpa?.status?.desiredReplicas,
    min: hpa && (hpa.spec.minReplicas ?? 1),
    max: hpa?.spec.maxReplicas,
  };
}

function isSame(one: LiveReplicas | undefined, other: LiveReplicas): boolean {
  return one !== undefined && JSON.stringify({ ...one, at: 0 }) === JSON.stringify({ ...other, at: 0 });
}

function createRecorder() {
  let records: readonly LiveReplicas[] = [];
  const listeners = new Set<() => void>();
  return {
    push(record: LiveReplicas): void {
      if (isSame(records.at(-1), record)) return;
      records = [...records.slice(-mostRecords), record];
      for (const listener of listeners) listener();
    },
    records: () => records,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/**
 * What the watches have shown of a model's replicas since the page is open, oldest first. Nothing while a list is not
 * read (`complete` is false): an object that is not seen may be there.
 */
export function useLiveReplicas(model: ServedModel, complete: boolean): readonly LiveReplicas[] {
  const [recorder] = useState(createRecorder);
  useEffect(() => {
    const record = complete ? recordOf(model, Date.now() / 1000) : undefined;
    if (record !== undefined) recorder.push(record);
  }, [recorder, model, complete]);
  return useSyncExternalStore(recorder.subscribe, recorder.records);
}
