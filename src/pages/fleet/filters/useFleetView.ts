import { useCallback, useMemo, useState } from 'react';
import { useUrlParameters } from '../../../data/useUrlParameters';
import { createViewMemory } from './viewMemory';
import { readView, writeView } from './viewParameters';
import type { FleetView } from './viewParameters';

export const rowsPerPage = 50;

/** Changes some of the view; the page goes back to the first unless it is given. Always the same function. */
export type ChangeView = (next: Partial<FleetView>) => void;

/** Filters, order and page of the table, kept in the URL so that a link shows the same. */
export function useFleetView(): readonly [FleetView, ChangeView] {
  const [parameters, changeUrl] = useUrlParameters();
  const text = parameters.toString();
  const [remember] = useState(createViewMemory);
  const view = useMemo(() => remember(readView(new URLSearchParams(text))), [remember, text]);
  const change = useCallback<ChangeView>(
    (next) => {
      changeUrl((before) => writeView(before, { ...readView(before), page: 1, ...next }), { replace: true });
    },
    [changeUrl],
  );
  return [view, change];
}
