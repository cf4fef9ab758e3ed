import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { sortKeys } from './fleetRows';
import type { SortKey } from './fleetRows';

export const rowsPerPage = 50;

/** What the URL says about the table. */
export interface FleetView {
  words: string;
  sort: SortKey;
  descending: boolean;
  /** From 1. */
  page: number;
  /** Changes some of it; the page goes back to the first unless it is given. */
  change: (next: Partial<Omit<FleetView, 'change'>>) => void;
}

const defaults = { words: '', sort: 'state', descending: false, page: 1 } as const;

function pageOf(text: string | null): number {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page > 0 ? page : 1;
}

/** Search, order and page of the table, kept in the URL so that a link shows the same. */
export function useFleetView(): FleetView {
  const [parameters, setParameters] = useSearchParams();
  const words = parameters.get('name') ?? defaults.words;
  const sort = sortKeys.find((key) => key === parameters.get('sort')) ?? defaults.sort;
  const descending = parameters.get('order') === 'desc';
  const page = pageOf(parameters.get('page'));
  const change = useCallback<FleetView['change']>(
    (next) => {
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          const write = (name: string, value: string | undefined, plain: string): void => {
            if (value === undefined) return;
            if (value === plain) after.delete(name);
            else after.set(name, value);
          };
          write('name', next.words, '');
          write('sort', next.sort, defaults.sort);
          write('order', next.descending === undefined ? undefined : next.descending ? 'desc' : 'asc', 'asc');
          write('page', String(next.page ?? 1), '1');
          return after;
        },
        { replace: true },
      );
    },
    [setParameters],
  );
  return { words, sort, descending, page, change };
}
