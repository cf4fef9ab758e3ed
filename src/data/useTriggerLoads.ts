import { useCallback } from 'react';
import type { PolicyTrigger } from '../policy/trigger';
import { readPrometheusTrigger } from '../simulator/prometheusTrigger';
import { askWithFallback } from './fallback';
import { queryInstant } from './prometheus';
import { doorOf } from './triggerDoor';
import { usePoll } from './usePoll';

async function loadOf(
  trigger: PolicyTrigger,
  namespace: string,
  signal: AbortSignal,
): Promise<number | undefined> {
  const door = doorOf(trigger);
  if (door === undefined || trigger.query.trim() === '') return undefined;
  try {
    const series = await askWithFallback(door, namespace, (scope) =>
      queryInstant(scope, trigger.query, signal),
    );
    const samples = series.flatMap(({ points }) => points.slice(-1).map(([, value]) => value));
    const reading = readPrometheusTrigger({ samples });
    return 'value' in reading ? reading.value : undefined;
  } catch {
    // Not known; the test of the query tells why.
    return undefined;
  }
}

/**
 * What the triggers' queries give now, as KEDA reads it (no series is 0), polled on the page's clock. Undefined where it
 * is not known. `triggers` keeps its identity while nothing changes.
 */
export function useTriggerLoads(
  triggers: readonly PolicyTrigger[],
  namespace: string,
): readonly (number | undefined)[] {
  const job = useCallback(
    (signal: AbortSignal) => Promise.all(triggers.map((trigger) => loadOf(trigger, namespace, signal))),
    [triggers, namespace],
  );
  return usePoll(job).data ?? [];
}
