import { podKind } from '../../src/resources/kinds';
import type { Pod } from '../../src/resources/pod';
import { startInformer } from '../client/informer';
import type { KubeClient } from '../client/kubeClient';
import type { Clock } from '../clock';
import { nodeKind } from '../controllers/kinds';
import type { Target } from '../metrics/scrape';
import { dcgmLabels, GpuDevices, gpuNodes } from './dcgm';
import type { EngineRoom } from './engineRoom';
import type { NodeObject } from './kubeObjects';
import { textOf } from './metricFamily';
import { startMetricsServer } from './metricsServer';

/** Exposes the GPUs of each node as NVIDIA's DCGM exporter does, at /<node>/metrics. Resolves when it has seen all nodes. */
export async function startDcgmExporter(options: {
  clock: Clock;
  client: KubeClient;
  room: EngineRoom;
}): Promise<{ targets(): Target[]; close(): Promise<void> }> {
  const { clock, client, room } = options;
  const nodes = startInformer<NodeObject>(client, nodeKind);
  const pods = startInformer<Pod>(client, podKind);
  await Promise.all([nodes.ready, pods.ready]);
  const devices = new GpuDevices(room);
  const server = await startMetricsServer((path) => {
    const name = /^\/([^/]+)\/metrics$/.exec(path)?.[1] ?? '';
    const node = nodes.get(undefined, name);
    if (node === undefined) return { code: 404, reason: `There is nothing at ${path}.` };
    room.advance(clock.now());
    return { text: textOf(devices.families(node, pods.items(), clock.now())) };
  });
  return {
    targets: () =>
      gpuNodes(nodes.items()).map(({ metadata: { name } }) => ({
        url: `${server.url}/${name}/metrics`,
        labels: dcgmLabels(name),
      })),
    async close() {
      nodes.stop();
      pods.stop();
      await server.close();
    },
  };
}
