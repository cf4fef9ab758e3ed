import type { MetricsScope } from './prometheus';
import { QueryError } from './queryError';

/** Set once the cluster-wide path answered 401 or 403 where a project was known; holds for the page's life. */
let clusterClosed = false;

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
  if (!clusterClosed) {
    try {
      return await ask(scope);
    } catch (error) {
      if (!(error instanceof QueryError) || error.code !== 'unauthorised') throw error;
      clusterClosed = true;
    }
  }
  return ask({ path: 'tenancy', namespace });
}
