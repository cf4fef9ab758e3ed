import { podKind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { Pod } from '../../src/resources/pod';
import { parseQuantity } from '../../src/resources/quantity';
import type { Controller, ControllerContext } from './context';
import { sameJson } from './json';
import { resourceQuotaKind } from './kinds';
import { isActive } from './podState';
import { addressOf, keyOf, startWorkQueue } from './workQueue';

/** core/v1 ResourceQuota. */
export interface ResourceQuota extends KubernetesObject {
  spec: { hard: Record<string, string> };
  status?: { hard: Record<string, string>; used: Record<string, string> };
}

const prefix = 'requests.';

/** What the pods that have not ended request of a quota's resource, as a quantity. */
export function usedOf(key: string, pods: readonly Pod[]): string {
  const resource = key.startsWith(prefix) ? key.slice(prefix.length) : key;
  const sum = pods
    .filter((pod) => isActive(pod) || pod.metadata.deletionTimestamp !== undefined)
    .flatMap(({ spec }) => spec.containers)
    .reduce((total, { resources }) => {
      const quantity = resources?.requests?.[resource] ?? resources?.limits?.[resource];
      return total + (quantity === undefined ? 0 : (parseQuantity(quantity) ?? 0));
    }, 0);
  return String(sum);
}

/** Keeps status.used of ResourceQuotas (kubernetes pkg/controller/resourcequota); the API server does the refusing. */
export function startQuotaController({ client, clock, informers, onError }: ControllerContext): Controller {
  async function reconcile(key: string): Promise<void> {
    const { namespace, name } = addressOf(key);
    const quota = await client.get<ResourceQuota>(resourceQuotaKind, namespace, name);
    if (quota === undefined) return;
    const pods = (await client.list<Pod>(podKind, namespace)).items;
    const { hard } = quota.spec;
    const used = Object.fromEntries(Object.keys(hard).map((resource) => [resource, usedOf(resource, pods)]));
    if (sameJson(quota.status, { hard, used })) return;
    await client.mergePatch(resourceQuotaKind, { namespace, name }, { status: { hard, used } }, 'status');
  }

  const queue = startWorkQueue(clock, reconcile, (_key, error) => {
    onError('resourcequota-controller', error);
  });
  const unsubscribe = [
    informers.resourceQuotas.onChange((_type, quota) => {
      queue.add(keyOf(quota));
    }),
    informers.pods.onChange((_type, { metadata }) => {
      for (const quota of informers.resourceQuotas.items())
        if (quota.metadata.namespace === metadata.namespace) queue.add(keyOf(quota));
    }),
  ];
  return {
    async stop() {
      for (const end of unsubscribe) end();
      await queue.stop();
    },
  };
}
