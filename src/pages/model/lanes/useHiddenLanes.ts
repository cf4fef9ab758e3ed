import { useUserPreference } from '@openshift-console/dynamic-plugin-sdk';
import { useCallback, useMemo } from 'react';
import type { LaneName } from './laneNames';
import { laneNames } from './laneNames';

const preference = 'llm-autoscaling.model.hiddenLanes';
const none: readonly LaneName[] = [];

/** The graphs that this user does not want to see, as the console keeps it. */
export interface HiddenLanes {
  hidden: ReadonlySet<LaneName>;
  toggle: (name: LaneName) => void;
}

/** Reads and changes which graphs are hidden. */
export function useHiddenLanes(): HiddenLanes {
  const [stored, store] = useUserPreference<readonly LaneName[]>(preference, none);
  // What is stored may come from another version of this page.
  const words: unknown = stored;
  const hidden = useMemo(
    () => new Set(laneNames.filter((name) => Array.isArray(words) && words.includes(name))),
    [words],
  );
  const toggle = useCallback(
    (name: LaneName) => {
      store(laneNames.filter((each) => (each === name ? !hidden.has(each) : hidden.has(each))));
    },
    [hidden, store],
  );
  return useMemo(() => ({ hidden, toggle }), [hidden, toggle]);
}
