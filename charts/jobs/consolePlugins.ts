import type { Cluster, ClusterObject, PatchOperation } from './cluster';
import type { Pace } from './retry';
import { retried } from './retry';

/** operator.openshift.io/v1 Console: which plugins the console loads. */
export interface ConsoleConfig extends ClusterObject {
  spec?: { plugins?: string[] };
}

const consolePath = '/apis/operator.openshift.io/v1/consoles/cluster';

function listWith({ spec }: ConsoleConfig, plugin: string): PatchOperation[] {
  if (spec?.plugins?.includes(plugin) === true) return [];
  if (spec === undefined) return [{ op: 'add', path: '/spec', value: { plugins: [plugin] } }];
  return spec.plugins === undefined
    ? [{ op: 'add', path: '/spec/plugins', value: [plugin] }]
    : [{ op: 'add', path: '/spec/plugins/-', value: plugin }];
}

function listWithout({ spec }: ConsoleConfig, plugin: string): PatchOperation[] {
  const plugins = spec?.plugins ?? [];
  if (!plugins.includes(plugin)) return [];
  return [{ op: 'replace', path: '/spec/plugins', value: plugins.filter((other) => other !== plugin) }];
}

/** Brings the plugin into the console's list, or takes it out. The test of the version keeps what others write meanwhile. */
async function change(
  cluster: Cluster,
  pace: Pace,
  operationsFor: (config: ConsoleConfig) => PatchOperation[],
): Promise<boolean> {
  return retried(pace, async () => {
    const config = await cluster.get<ConsoleConfig>(consolePath);
    if (config === undefined) throw new Error('There is no OpenShift Console in this cluster.');
    const operations = operationsFor(config);
    if (operations.length === 0) return false;
    const { resourceVersion } = config.metadata;
    await cluster.patch(consolePath, [
      { op: 'test', path: '/metadata/resourceVersion', value: resourceVersion },
      ...operations,
    ]);
    return true;
  });
}

/** Lets the console load the plugin; what is in the list stays there. */
export async function addPlugin(cluster: Cluster, pace: Pace, plugin: string): Promise<string> {
  const changed = await change(cluster, pace, (config) => listWith(config, plugin));
  return changed ? `The console loads ${plugin} from now on.` : `The console loads ${plugin} already.`;
}

/** Takes the plugin, and only it, out of the list. */
export async function removePlugin(cluster: Cluster, pace: Pace, plugin: string): Promise<string> {
  const changed = await change(cluster, pace, (config) => listWithout(config, plugin));
  return changed ? `The console loads ${plugin} no longer.` : `The console does not load ${plugin}.`;
}
