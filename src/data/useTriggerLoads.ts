import { useCallback } from 'react';
import type { PolicyTrigger } from '../policy/trigger';
import { readPrometheusTrigger } from '../simulator/prometheusTrigger';
import { queryInstant } from './prometheus';
import { doorOf } from './triggerDoor';
import { usePoll } from './usePoll';

/** What KEDA reads of a trigger now, asked at its own door; undefined where that is not known. */
export async function loadOf(trigger: PolicyTrigger, signal: AbortSignal): Promise<number | undefined> {
  const door = doorOf(trigger);
  if (door === undefined || trigger.query.trim() === '') return undefined;
  try {
    const series = await queryInstant(door, trigger.query, signal);
    const samples = series.flatMap(({ points }) => points.slice(-1).map(([, value]) => value));
    const reading = readPrometheusTrigger({ samples });
    return 'value' in reading ? reading.value : undefined;
  } catch {
    // Not known; the test of the query tells why.
    return undefined;
  }
}

/**
 * What the triggers' queries give now, as KEDA reads it (no series is 0) and where KEDA reads it, polled on the page's clock.
 * Undefined where it is not known. `triggers` keeps its identity while nothing changes.
 */
export function useTriggerLoads(triggers: readonly PolicyTrigger[]): readonly (number | undefined)[] {
  const job = useCallback(
    (signal: AbortSignal) => Promise.all(triggers.map((trigger) => loadOf(trigger, signal))),
    [triggers],
  );
  return usePoll(job).data ?? [];
}
