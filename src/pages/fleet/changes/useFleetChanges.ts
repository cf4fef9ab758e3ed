import { useCallback, useMemo, useState } from 'react';
import type { ChangeFailureFacts } from '../../../components/ChangeFailure';
import type { SwitchAction } from '../../../data/switchAction';
import type { StartChange } from '../table/SwitchCell';

/** By namespace/name of the model. */
export type FleetFailures = ReadonlyMap<string, ChangeFailureFacts>;

function without<Value>(map: ReadonlyMap<string, Value>, key: string): Map<string, Value> {
  return new Map([...map].filter(([other]) => other !== key));
}

/** The changes that were asked for in the table. */
export interface FleetChanges {
  /** By namespace/name of the model. */
  underWay: ReadonlyMap<string, SwitchAction>;
  /** Models whose switch waits for the cluster. */
  busy: ReadonlySet<string>;
  /** What stopped the last change of each model, oldest first; empty when nothing did. */
  failures: FleetFailures;
  start: StartChange;
  /** A change arrived, was stopped or was given up. */
  finish: (key: string, failure?: ChangeFailureFacts) => void;
}

/** Keeps account of the changes; several models can change at a time. */
export function useFleetChanges(): FleetChanges {
  const [underWay, setUnderWay] = useState<ReadonlyMap<string, SwitchAction>>(new Map());
  const [failures, setFailures] = useState<FleetFailures>(new Map());
  const start = useCallback<StartChange>((key, action) => {
    setFailures((before) => (before.has(key) ? without(before, key) : before));
    setUnderWay((before) => new Map(before).set(key, action));
  }, []);
  const finish = useCallback<FleetChanges['finish']>((key, stopped) => {
    if (stopped !== undefined) setFailures((before) => without(before, key).set(key, stopped));
    setUnderWay((before) => without(before, key));
  }, []);
  const busy = useMemo(
    () => new Set([...underWay].filter(([, action]) => action !== 'turnOn').map(([key]) => key)),
    [underWay],
  );
  return { underWay, busy, failures, start, finish };
}
