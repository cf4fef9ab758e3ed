import { useCallback, useMemo } from 'react';
import type { PolicyTrigger } from '../policy/trigger';
import { known } from '../resources/known';
import { readPrometheusTrigger } from '../simulator/prometheusTrigger';
import { askWithFallback } from './fallback';
import { queryInstant } from './prometheus';
import { doorOf } from './triggerDoor';
import { usePoll } from './usePoll';
import { useSame } from './useSame';
import { useSettled } from './useSettled';

type Asked = Pick<PolicyTrigger, 'query' | 'serverAddress' | 'namespace'>;

async function loadOf(trigger: Asked, namespace: string, signal: AbortSignal): Promise<number | undefined> {
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

/** What of a trigger its load depends on: another threshold asks nothing new. */
function askedOf({ query, serverAddress, namespace }: Asked): string {
  return JSON.stringify([query, serverAddress, namespace]);
}

/** A pause in typing, in ms: each letter of a query would be a query of its own. */
const typing = 600;
const nothing: ReadonlyMap<string, number | undefined> = new Map();

/**
 * What the triggers' queries give now, as KEDA reads it (no series is 0), polled on the page's clock, each query once;
 * in the order of `triggers`. Undefined where it is not known, and while it is typed.
 */
export function useTriggerLoads(
  triggers: readonly Asked[],
  namespace: string,
): readonly (number | undefined)[] {
  const asked = useSame(
    triggers.map(({ query, serverAddress, namespace: door }) =>
      known({ query, serverAddress, namespace: door }),
    ),
  );
  const settled = useSettled(asked, typing);
  const job = useCallback(
    async (signal: AbortSignal) => {
      const each = new Map(settled.map((one) => [askedOf(one), one]));
      const loads = [...each].map(async ([key, one]) => [key, await loadOf(one, namespace, signal)] as const);
      return new Map(await Promise.all(loads));
    },
    [settled, namespace],
  );
  const loads = usePoll(job).data ?? nothing;
  return useMemo(() => asked.map((one) => loads.get(askedOf(one))), [asked, loads]);
}
