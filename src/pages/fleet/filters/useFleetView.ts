import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { createViewMemory } from './viewMemory';
import { readView, writeView } from './viewParameters';
import type { FleetView } from './viewParameters';

export const rowsPerPage = 50;

/** Changes some of the view; the page goes back to the first unless it is given. Keeps its identity while the URL stays. */
export type ChangeView = (next: Partial<FleetView>) => void;

/** Filters, order and page of the table, kept in the URL so that a link shows the same. */
export function useFleetView(): readonly [FleetView, ChangeView] {
  const [parameters, setParameters] = useSearchParams();
  const text = parameters.toString();
  const [remember] = useState(createViewMemory);
  const view = useMemo(() => remember(readView(new URLSearchParams(text))), [remember, text]);
  // Of two changes before the next render the router would keep the second one only.
  const newest = useRef(parameters);
  useEffect(() => {
    newest.current = parameters;
  }, [parameters]);
  const change = useCallback<ChangeView>(
    (next) => {
      const before = newest.current;
      newest.current = writeView(before, { ...readView(before), page: 1, ...next });
      setParameters(newest.current, { replace: true });
    },
    [setParameters],
  );
  return [view, change];
}
