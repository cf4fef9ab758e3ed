import { useCallback, useSyncExternalStore } from 'react';
import type { ChangeError } from './change';
import { consoleCluster } from './consoleCluster';
import { FollowThrough, type Following, type PolicySave } from './followThrough';
import { readModel } from './readModel';

const followThrough = new FollowThrough({
  ...consoleCluster,
  read: readModel,
  now: () => Date.now(),
  wait: (milliseconds) =>
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds);
    }),
});

/** The policy of a model that is on its way through the cluster, on whatever page it was saved; undefined when none is. */
export function useFollowing(key: string): Following | undefined {
  return useSyncExternalStore(
    followThrough.subscribe,
    useCallback(() => followThrough.of(key), [key]),
  );
}

/** Saves a policy and follows it. Resolves once it is written, or with what stopped it. */
export async function savePolicy(save: PolicySave): Promise<ChangeError | undefined> {
  return followThrough.save(save);
}

/** Takes a model's following off the pages. */
export function dismissFollowing(key: string): void {
  followThrough.dismiss(key);
}
