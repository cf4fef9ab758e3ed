import type { MetricsScope } from './prometheus';
import { QueryError } from './queryError';

/** What the cluster-wide path answered once it was seen to be closed (401 or 403); holds for the page's life. */
let clusterClosed: QueryError | undefined;

function rememberClosed(error: unknown): boolean {
  if (!(error instanceof QueryError) || error.code !== 'unauthorised') return false;
  clusterClosed = error;
  return true;
}

/**
 * Asks in the scope; when the cluster-wide path turns out to be closed (the console takes a failed access review for
 * a yes), asks in the project from then on, if one is known.
 */
export async function askWithFallback<T>(
  scope: MetricsScope,
  namespace: string | undefined,
  ask: (scope: MetricsScope) => Promise<T>,
): Promise<T> {
  if (scope.path === 'tenancy' || namespace === undefined) return ask(scope);
  if (clusterClosed === undefined) {
    try {
      return await ask(scope);
    } catch (error) {
      if (!rememberClosed(error)) throw error;
    }
  }
  return ask({ path: 'tenancy', namespace });
}

/**
 * Asks at this door and nowhere else, since another one may give something else. The cluster-wide path is not asked again
 * once it is known to be closed: the same error comes without a request.
 */
export async function askAtDoor<T>(door: MetricsScope, ask: (door: MetricsScope) => Promise<T>): Promise<T> {
  if (door.path === 'cluster' && clusterClosed !== undefined) throw clusterClosed;
  try {
    return await ask(door);
  } catch (error) {
    if (door.path === 'cluster') rememberClosed(error);
    throw error;
  }
}
