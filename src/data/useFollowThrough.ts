import { useCallback, useSyncExternalStore } from 'react';
import type { ChangeError } from './change';
import { consoleCluster } from './consoleCluster';
import { noteFollowed } from './followed';
import type { Following } from './following';
import { FollowThrough, type PolicySave } from './followThrough';
import { readModel } from './readModel';
import { readWarnings } from './readWarnings';
import { waitInView } from './waitInView';

const followThrough = new FollowThrough({
  ...consoleCluster,
  read: readModel,
  warnings: readWarnings,
  now: () => Date.now(),
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
  waitInView,
});

/** The policy of a model that is on its way through the cluster, on whatever page it was saved; undefined when none is. */
export function useFollowing(key: string): Following | undefined {
  return useSyncExternalStore(
    followThrough.subscribe,
    useCallback(() => followThrough.of(key), [key]),
  );
}

/** The same for code without a view: what is known now, and a word at each change. Returns what ends the listening. */
export function listenToFollowing(
  key: string,
  listener: (following: Following | undefined) => void,
): () => void {
  return followThrough.subscribe(() => {
    listener(followThrough.of(key));
  });
}

/** Saves a policy and follows it. Resolves once it is written, or with what stopped it. */
export async function savePolicy(save: PolicySave): Promise<ChangeError | undefined> {
  noteFollowed(save.key);
  return followThrough.save(save);
}

/** Takes a model's following off the pages. */
export function dismissFollowing(key: string): void {
  followThrough.dismiss(key);
}
