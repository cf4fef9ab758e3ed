import { useLayoutEffect, useMemo, useState } from 'react';
import { missingInputs } from '../../../data/readError';
import type { Fleet } from '../../../data/useFleet';
import type { FleetLoad } from '../../../data/useFleetLoad';
import { useNow } from '../../../data/useNow';
import { matchingRows } from '../filters/fleetFilters';
import { rowsPerPage } from '../filters/useFleetView';
import type { FleetView } from '../filters/viewParameters';
import type { FleetRow } from './fleetRow';
import { createRowCache } from './rowCache';
import { createRowStore } from './rowStore';
import type { RowStore } from './rowStore';
import { createNameOrder, sortedRows } from './sortedRows';

/** The rows of the page. */
export interface FleetRows {
  /** All of them. */
  rows: readonly FleetRow[];
  /** Those that the filters let through, in the chosen order. */
  matching: readonly FleetRow[];
  /** Those on the page that is shown. */
  shown: readonly FleetRow[];
  /** Their keys; the same ones keep their identity. */
  keys: readonly string[];
  /** From 1: that of the view, or the last one there is. */
  page: number;
  store: RowStore<FleetRow>;
}

/** Makes the rows, filters, sorts and pages them. */
export function useFleetRows(fleet: Fleet, { loads }: FleetLoad, view: FleetView): FleetRows {
  const { models } = fleet;
  const now = useNow();
  const missing = useMemo(() => missingInputs(fleet.missing), [fleet.missing]);
  const [cache] = useState(createRowCache);
  const rows = useMemo(
    () => cache.update({ models, loads, now, missing }),
    [cache, models, loads, now, missing],
  );
  const [inNameOrder] = useState(createNameOrder);
  const named = useMemo(() => inNameOrder(rows), [inNameOrder, rows]);
  const { words, states, modes, projects, labels, standouts, sort, descending } = view;
  const filtered = useMemo(
    () => matchingRows(named, { words, states, modes, projects, labels, standouts }),
    [named, words, states, modes, projects, labels, standouts],
  );
  const matching = useMemo(() => sortedRows(filtered, sort, descending), [filtered, sort, descending]);
  const page = Math.max(1, Math.min(view.page, Math.ceil(matching.length / rowsPerPage)));
  const shown = useMemo(() => matching.slice((page - 1) * rowsPerPage, page * rowsPerPage), [matching, page]);
  const [store] = useState(() => createRowStore(cache.get));
  useLayoutEffect(() => {
    store.publish();
  }, [store, rows]);
  const text = shown.map(({ model }) => model.key).join(' ');
  const keys = useMemo(() => (text === '' ? [] : text.split(' ')), [text]);
  return { rows, matching, shown, keys, page, store };
}
