import { useCallback, useEffect, useRef } from 'react';
import { pollClock } from '../../../data/pollClock';
import { useT } from '../../../i18n';
import type { FleetRow } from '../rows/fleetRow';

/** Exports the newest of the rows; what it needs is loaded at the first click. Keeps its identity. */
export function useExport(rows: readonly FleetRow[]): () => void {
  const t = useT();
  const newest = useRef(rows);
  useEffect(() => {
    newest.current = rows;
  }, [rows]);
  return useCallback(() => {
    void (async () => {
      const { exportFleet } = await import(/* webpackChunkName: "more" */ './exportFleet');
      exportFleet(newest.current, pollClock.time(), t);
    })();
  }, [t]);
}
