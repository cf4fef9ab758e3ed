import { useAccessReview, useK8sWatchResource } from '@openshift-console/dynamic-plugin-sdk';
import type { K8sResourceCommon, WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';
import type { Kind } from '../resources/kinds';

/** One watched list, as the console reports it. */
export interface WatchedList<Item> {
  data: readonly Item[];
  loaded: boolean;
  loadError: unknown;
}

const none: readonly never[] = [];

/** The error of a list that is not asked for, since the answer would be 403; its words name the right. */
function missingRight({ group, plural }: Kind): { code: number; message: string } {
  return { code: 403, message: `list ${group === '' ? plural : `${plural}.${group}`}` };
}

/**
 * Watches one list if the user may read it. (The console's watch would try a forbidden list again every 15 s, and its
 * hook for several lists does not see a kind that is discovered after its first call.) `watch` keeps its identity.
 */
export function useWatchedList<Item extends K8sResourceCommon>(
  kind: Kind,
  watch: WatchK8sResource,
): WatchedList<Item> {
  const { namespace } = watch;
  const [allowed, reviewing] = useAccessReview({
    group: kind.group,
    resource: kind.plural,
    verb: 'list',
    ...(namespace === undefined ? {} : { namespace }),
  });
  const result: readonly [Item[] | undefined, boolean, unknown] = useK8sWatchResource<Item[]>(
    allowed && !reviewing ? watch : null,
  );
  const [data, loaded, loadError] = result;
  return useMemo(() => {
    if (reviewing) return { data: none, loaded: false, loadError: undefined };
    if (!allowed) return { data: none, loaded: false, loadError: missingRight(kind) };
    return { data: data ?? none, loaded, loadError };
  }, [allowed, reviewing, data, loaded, loadError, kind]);
}
