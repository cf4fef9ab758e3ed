import type { Cluster, ClusterObject, PatchOperation } from './cluster';
import { withUserWorkload } from './monitoringConfig';
import type { Pace } from './retry';
import { retried, waitUntilDone } from './retry';

interface ConfigMap extends ClusterObject {
  data?: Record<string, string>;
}

interface StatefulSet extends ClusterObject {
  spec: { replicas: number };
  status?: { readyReplicas?: number };
}

const configMaps = '/api/v1/namespaces/openshift-monitoring/configmaps';
const configName = 'cluster-monitoring-config';
const prometheus =
  '/apis/apps/v1/namespaces/openshift-user-workload-monitoring/statefulsets/prometheus-user-workload';
const key = 'config.yaml';

function merged(text: string, enabled: boolean): string | undefined {
  try {
    return withUserWorkload(text, enabled);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Nothing was changed: ${key} of the ConfigMap ${configName} in openshift-monitoring cannot be merged into. ${why}`,
      { cause: error },
    );
  }
}

/** Reads, merges and writes; true when something had to be written. */
async function switchTo(cluster: Cluster, pace: Pace, enabled: boolean): Promise<boolean> {
  return retried(pace, async () => {
    const found = await cluster.get<ConfigMap>(`${configMaps}/${configName}`);
    const text = merged(found?.data?.[key] ?? '', enabled);
    if (text === undefined) return false;
    if (found === undefined) {
      await cluster.create(configMaps, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: configName, namespace: 'openshift-monitoring' },
        data: { [key]: text },
      });
      return true;
    }
    const { resourceVersion } = found.metadata;
    const operations: PatchOperation[] = [
      { op: 'test', path: '/metadata/resourceVersion', value: resourceVersion },
      ...(found.data === undefined ? [{ op: 'add' as const, path: '/data', value: {} }] : []),
      { op: 'add', path: `/data/${key}`, value: text },
    ];
    await cluster.patch(`${configMaps}/${configName}`, operations);
    return true;
  });
}

/** Turns user-workload monitoring on and waits until its Prometheus runs. */
export async function enable(cluster: Cluster, pace: Pace, seconds: number): Promise<string> {
  const changed = await switchTo(cluster, pace, true);
  pace.say(changed ? 'User-workload monitoring was turned on.' : 'User-workload monitoring is on already.');
  const advice =
    'See "oc get clusteroperator monitoring" and "oc get pods -n openshift-user-workload-monitoring".';
  await waitUntilDone(pace, { seconds, advice }, async () => {
    const found = await cluster.get<StatefulSet>(prometheus);
    const ready = found?.status?.readyReplicas ?? 0;
    if (found !== undefined && ready >= found.spec.replicas) return { done: true };
    const missing =
      found === undefined
        ? 'The monitoring operator has not made the Prometheus of user workloads yet.'
        : `${String(ready)} of ${String(found.spec.replicas)} Prometheus pods of user workloads are ready.`;
    return { done: false, missing };
  });
  return 'The Prometheus of user workloads runs.';
}

/** Turns user-workload monitoring off; for an uninstall that asks for it. */
export async function disable(cluster: Cluster, pace: Pace): Promise<string> {
  const changed = await switchTo(cluster, pace, false);
  return changed ? 'User-workload monitoring was turned off.' : 'User-workload monitoring is off.';
}
