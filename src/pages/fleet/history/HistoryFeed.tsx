import { useLayoutEffect, useMemo, useState } from 'react';
import type { MetricsScope } from '../../../data/prometheus';
import { missingInputs } from '../../../data/readError';
import type { ReadError } from '../../../data/readError';
import { useNow } from '../../../data/useNow';
import { useSettled } from '../../../data/useSettled';
import { useWaitingHistory } from '../../../data/useWaitingHistory';
import type { FleetRow } from '../rows/fleetRow';
import type { RowStore } from '../rows/rowStore';
import { createDressing } from './dressRows';

/** Milliseconds: what is typed or paged through need not be asked for. */
const typing = 500;

interface HistoryFeedProps {
  namespace: string | undefined;
  scope: MetricsScope | undefined;
  /** The rows that are shown. */
  shown: readonly FleetRow[];
  /** Whether to ask for these only, since there are very many. */
  shownOnly: boolean;
  missing: readonly ReadError[];
  store: RowStore<FleetRow>;
}

function namesOf(rows: readonly FleetRow[]): string {
  return [...new Set(rows.map(({ model }) => model.name))].toSorted().join(' ');
}

/** Polls what waited in the last half hour and gives it to the rows that are shown. Draws nothing. */
export function HistoryFeed({ namespace, scope, shown, shownOnly, missing, store }: HistoryFeedProps) {
  const now = useNow();
  const names = useSettled(shownOnly && shown.length > 0 ? namesOf(shown) : undefined, typing);
  const history = useWaitingHistory(namespace, scope, names);
  const [dress] = useState(createDressing);
  const dressed = useMemo(
    () => dress(shown, history, { now, missing: missingInputs(missing) }),
    [dress, shown, history, now, missing],
  );
  useLayoutEffect(() => {
    store.dress(dressed);
  }, [store, dressed]);
  return null;
}
