import type { ChangeError } from '../../../data/change';
import type { Following } from '../../../data/following';
import { listenToFollowing } from '../../../data/useFollowThrough';

const late: ChangeError = { step: 'follow', code: 'late', message: '' };

/** What became of a saved policy; undefined while it is on its way. A following that somebody takes off the page is not seen any more. */
function outcomeOf(following: Following | undefined): { error: ChangeError | undefined } | undefined {
  if (following === undefined) return { error: late };
  const { arrivals, over, unremoved } = following;
  if (over === 'failed') return { error: unremoved ?? late };
  if (over === 'gone' || over === 'tooLong') return { error: late };
  const carried = over === 'arrived' || arrivals.has('hpa') || arrivals.has('pausedAgain');
  return carried ? { error: undefined } : undefined;
}

/**
 * Resolves when the autoscaler carries the saved policy of a model (namespace/name), or with what stopped it; after
 * `patience` milliseconds with what the first controller that has not taken it over says.
 */
export async function awaitFollowing(key: string, patience: number): Promise<ChangeError | undefined> {
  return new Promise((resolve) => {
    let words = '';
    const finish = (error: ChangeError | undefined): void => {
      clearTimeout(timer);
      leave();
      resolve(error);
    };
    const timer = setTimeout(() => {
      finish({ ...late, message: words });
    }, patience);
    const leave = listenToFollowing(key, (following) => {
      const trouble = following?.trouble;
      words = trouble === undefined ? '' : `${trouble.source}: ${trouble.message}`;
      const outcome = outcomeOf(following);
      if (outcome !== undefined) finish(outcome.error);
    });
  });
}
