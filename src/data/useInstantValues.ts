import { useCallback } from 'react';
import { askWithFallback } from './fallback';
import type { PollState } from './poll';
import { queryInstant } from './prometheus';
import type { MetricsScope, QueriedSeries } from './prometheus';
import { usePoll } from './usePoll';

/**
 * Polls instant queries on the page's clock, one request each. `queries` and `scope` must keep their identity.
 * An undefined scope waits.
 */
export function useInstantValues<Name extends string>(
  queries: readonly (readonly [Name, string])[],
  scope: MetricsScope | undefined,
  namespace: string | undefined,
): PollState<ReadonlyMap<Name, readonly QueriedSeries[]>> {
  const job = useCallback(
    async (signal: AbortSignal) => {
      if (scope === undefined) return new Map<Name, readonly QueriedSeries[]>();
      return askWithFallback(scope, namespace, async (place) => {
        const answers = queries.map(async ([name, query]) => {
          return [name, await queryInstant(place, query, signal)] as const;
        });
        return new Map(await Promise.all(answers));
      });
    },
    [queries, scope, namespace],
  );
  return usePoll(scope === undefined ? undefined : job);
}
