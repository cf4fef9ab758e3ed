import { parseQuantity } from '../../src/resources/quantity';
import type { StoredObject } from './definition';
import { Failure } from './failure';
import type { Store } from './store';

interface Container {
  resources?: { requests?: Record<string, string>; limits?: Record<string, string> };
}

const prefix = 'requests.';

/** What the containers of a pod request of a resource; a limit without a request is one. */
function requestOf({ spec }: StoredObject, resource: string): number {
  const containers = (spec?.containers ?? []) as Container[];
  return containers.reduce((sum, { resources }) => {
    const quantity = resources?.requests?.[resource] ?? resources?.limits?.[resource];
    return sum + (quantity === undefined ? 0 : (parseQuantity(quantity) ?? 0));
  }, 0);
}

const hasEnded = ({ status }: StoredObject): boolean =>
  status?.phase === 'Succeeded' || status?.phase === 'Failed';

/** How much of a resource the pods of a namespace request that have not ended. */
function usedIn(store: Store, namespace: string | undefined, resource: string): number {
  return store
    .list('/pods', namespace)
    .filter((pod) => !hasEnded(pod))
    .reduce((sum, pod) => sum + requestOf(pod, resource), 0);
}

/**
 * Throws the 403 of the real server (plugin/pkg/admission/resourcequota) when a new pod would take more than a
 * ResourceQuota of its namespace allows. Of what a quota can limit, `requests.*` is looked at.
 */
export function demandQuota(store: Store, pod: StoredObject): void {
  const { namespace, name } = pod.metadata;
  for (const quota of store.list('/resourcequotas', namespace)) {
    const hard = (quota.spec?.hard ?? {}) as Record<string, string>;
    for (const [key, limit] of Object.entries(hard)) {
      if (!key.startsWith(prefix)) continue;
      const resource = key.slice(prefix.length);
      const requested = requestOf(pod, resource);
      const used = usedIn(store, namespace, resource);
      if (requested === 0 || used + requested <= (parseQuantity(limit) ?? Infinity)) continue;
      const amounts = `requested: ${key}=${String(requested)}, used: ${key}=${String(used)}, limited: ${key}=${limit}`;
      throw new Failure(
        403,
        'Forbidden',
        `pods "${name}" is forbidden: exceeded quota: ${quota.metadata.name}, ${amounts}`,
        { name, kind: 'pods' },
      );
    }
  }
}
