import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readView, writeView } from './viewParameters';
import type { FleetView } from './viewParameters';

export const rowsPerPage = 50;

/** Changes some of the view; the page goes back to the first unless it is given. Keeps its identity while the URL stays. */
export type ChangeView = (next: Partial<FleetView>) => void;

/** Filters, order and page of the table, kept in the URL so that a link shows the same. */
export function useFleetView(): readonly [FleetView, ChangeView] {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const view = useMemo(() => readView(new URLSearchParams(text)), [text]);
  const change = useCallback<ChangeView>(
    (next) => {
      setParameters((before) => writeView(before, { ...readView(before), page: 1, ...next }), {
        replace: true,
      });
    },
    [setParameters],
  );
  return [view, change];
}
