import { useCallback, useMemo } from 'react';
import { known } from '../resources/known';
import { triggerLoad } from './triggerLoad';
import type { AskedTrigger } from './triggerLoad';
import { usePoll } from './usePoll';
import { useSame } from './useSame';
import { useSettled } from './useSettled';

/** What of a trigger its load depends on: another threshold asks nothing new. */
function askedOf({ query, serverAddress, namespace }: AskedTrigger): string {
  return JSON.stringify([query, serverAddress, namespace]);
}

/** A pause in typing, in ms: each letter of a query would be a query of its own. */
const typing = 600;
const nothing: ReadonlyMap<string, number | undefined> = new Map();

/**
 * What the triggers' queries give now, as KEDA reads it (no series is 0) and where KEDA reads it, polled on the page's
 * clock, each query once; in the order of `triggers`. Undefined where it is not known, and while it is typed.
 */
export function useTriggerLoads(triggers: readonly AskedTrigger[]): readonly (number | undefined)[] {
  const asked = useSame(
    triggers.map(({ query, serverAddress, namespace }) => known({ query, serverAddress, namespace })),
  );
  const settled = useSettled(asked, typing);
  const job = useCallback(
    async (signal: AbortSignal) => {
      const each = new Map(settled.map((one) => [askedOf(one), one]));
      const loads = [...each].map(async ([key, one]) => [key, await triggerLoad(one, signal)] as const);
      return new Map(await Promise.all(loads));
    },
    [settled],
  );
  const loads = usePoll(job).data ?? nothing;
  return useMemo(() => asked.map((one) => loads.get(askedOf(one))), [asked, loads]);
}
