import { useCallback, useMemo, useState } from 'react';
import type { ChangeFailureFacts } from '../../../components/ChangeFailure';
import type { SwitchAction } from '../../../data/switchAction';
import type { StartChange } from '../table/SwitchCell';

/** The changes that were asked for in the table. */
export interface FleetChanges {
  /** By namespace/name of the model. */
  underWay: ReadonlyMap<string, SwitchAction>;
  /** Models whose switch waits for the cluster. */
  busy: ReadonlySet<string>;
  /** What stopped the last change. */
  failure: ChangeFailureFacts | undefined;
  start: StartChange;
  /** A change arrived, was stopped or was given up. */
  finish: (key: string, failure?: ChangeFailureFacts) => void;
}

/** Keeps account of the changes; several models can change at a time. */
export function useFleetChanges(): FleetChanges {
  const [underWay, setUnderWay] = useState<ReadonlyMap<string, SwitchAction>>(new Map());
  const [failure, setFailure] = useState<ChangeFailureFacts>();
  const start = useCallback<StartChange>((key, action) => {
    setFailure(undefined);
    setUnderWay((before) => new Map(before).set(key, action));
  }, []);
  const finish = useCallback<FleetChanges['finish']>((key, stopped) => {
    setFailure(stopped);
    setUnderWay((before) => new Map([...before].filter(([other]) => other !== key)));
  }, []);
  const busy = useMemo(
    () => new Set([...underWay].filter(([, action]) => action !== 'turnOn').map(([key]) => key)),
    [underWay],
  );
  return { underWay, busy, failure, start, finish };
}
