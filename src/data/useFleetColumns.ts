import { useUserPreference } from '@openshift-console/dynamic-plugin-sdk';
import { useMemo } from 'react';

const preference = 'llm-autoscaling.fleet.hiddenColumns';

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The columns that this user has hidden, as the console keeps it, and how to change it; `usual` before a choice. */
export function useHiddenColumns(
  usual: readonly string[],
): readonly [hidden: ReadonlySet<string>, hide: (columns: readonly string[]) => void] {
  const [stored, store] = useUserPreference<readonly string[]>(preference, usual);
  // What is stored may come from another version of this page.
  const words: unknown = stored;
  const hidden = useMemo(() => new Set(Array.isArray(words) ? words.filter(isText) : usual), [words, usual]);
  return [hidden, store];
}
