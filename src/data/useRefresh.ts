import { useCallback, useEffect, useMemo } from 'react';
import { pollClock } from './pollClock';
import type { Pace } from './pollClock';
import { useUrlParameters, withParameters } from './useUrlParameters';

/** How often a page fetches anew; "off": once. As in the URL. */
export const refreshChoices = ['off', '15s', '30s', '1m'] as const;

export type RefreshChoice = (typeof refreshChoices)[number];

/** What is chosen, and how to choose something else. */
export interface Refresh {
  choice: RefreshChoice;
  choose: (choice: RefreshChoice) => void;
}

const usualPace = 15_000;

/** Milliseconds between two polls; undefined: there is no second one. */
export const paceOf: Readonly<Record<RefreshChoice, Pace>> = {
  off: undefined,
  '15s': usualPace,
  '30s': 30_000,
  '1m': 60_000,
};

const parameter = 'refresh';

/** Keeps the refresh of a page in the URL and sets the page's clock to it while the page is shown. */
export function useRefresh(usual: RefreshChoice): Refresh {
  const [parameters, change] = useUrlParameters();
  const written = parameters.get(parameter);
  const choice = refreshChoices.find((known) => known === written) ?? usual;
  useEffect(() => {
    pollClock.setPace(paceOf[choice]);
  }, [choice]);
  useEffect(
    () => () => {
      pollClock.setPace(usualPace);
    },
    [],
  );
  const choose = useCallback(
    (next: RefreshChoice) => {
      change((before) => withParameters(before, { [parameter]: next === usual ? undefined : next }), {
        replace: true,
      });
    },
    [change, usual],
  );
  return useMemo(() => ({ choice, choose }), [choice, choose]);
}
