import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { Kind } from '../../src/resources/kinds';
import type { KubeClient } from '../../sandbox/client/kubeClient';
import { createKubeClient } from '../../sandbox/client/kubeClient';
import { createClock } from '../../sandbox/clock';
import { startApiServer } from '../../sandbox/cluster/apiServer';
import { sandboxRules } from '../../sandbox/cluster/rbac';
import { listen } from '../../sandbox/controllers/httpListener';
import { startControllers } from '../../sandbox/controllers/start';
import { startWebhooks } from '../../sandbox/controllers/webhooks';
import { startProxy } from './editorProxy';
import { chartPath, clientSide, helm } from './helm';

/** The project of the specs; render() uses it too. */
export const project = 'team-a';

/** A cluster in which the user "editor" has Helm. */
export interface ModelCluster {
  /** The cluster's admin. */
  client: KubeClient;
  /** What Prometheus answers to every query from now on. */
  setQueue(value: number): void;
  /** Failures that controllers reported. */
  readonly errors: string[];
  /** Runs `helm install` or `helm upgrade` as the project's editor; rejects with helm's words. */
  deploy(command: 'install' | 'upgrade', release: string, chart: string, ...args: string[]): Promise<string>;
  /** Runs `helm uninstall` as the project's editor, and waits until the release's objects are gone. */
  uninstall(release: string): Promise<string>;
  stop(): Promise<void>;
}

const coreKind = (kind: string, plural: string): Kind => ({ group: '', version: 'v1', kind, plural });

async function seed(client: KubeClient): Promise<void> {
  await client.create(coreKind('Namespace', 'namespaces'), {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: project },
  });
  const nodes = coreKind('Node', 'nodes');
  const labels = { 'nvidia.com/gpu.present': 'true' };
  await client.create(nodes, { apiVersion: 'v1', kind: 'Node', metadata: { name: 'gpu-0', labels } });
  const status = { allocatable: { 'nvidia.com/gpu': '8' } };
  await client.mergePatch(nodes, { name: 'gpu-0' }, { status }, 'status');
}

/** Starts the sandbox's API server and controllers with one node of 8 GPUs, on a clock of speed 30. Pods load at once. */
export async function startModelCluster(): Promise<ModelCluster> {
  const clock = createClock(30);
  const errors: string[] = [];
  let queue = 0;
  const prometheus = await listen(() =>
    Promise.resolve({
      code: 200,
      body: {
        status: 'success',
        data: { resultType: 'vector', result: [{ metric: {}, value: [0, queue.toString()] }] },
      },
    }),
  );
  let apiUrl = '';
  const webhooks = await startWebhooks({ apiUrl: () => apiUrl, keda: true });
  const api = await startApiServer({ clock, rules: sandboxRules([project]), hooks: webhooks.hooks });
  apiUrl = api.url;
  const client = createKubeClient(api.url, 'admin');
  await seed(client);
  const controllers = await startControllers({
    apiUrl,
    clock,
    keda: true,
    metrics: { clusterUrl: 'http://127.0.0.1:1', tenancyUrl: prometheus.url },
    onError: (controller, error) => {
      errors.push(`${controller}: ${error instanceof Error ? error.message : String(error)}`);
    },
  });
  controllers.setInstantPods(true);
  const proxy = await startProxy(apiUrl, 'editor');
  // Helm keeps what it discovered; another cluster may listen on this port later.
  const home = mkdtempSync(path.join(tmpdir(), 'helm-'));
  const env = {
    HELM_CACHE_HOME: home,
    HELM_CONFIG_HOME: home,
    HELM_DATA_HOME: home,
    KUBECACHEDIR: home,
    HOME: home,
  };
  const connection = ['--kube-apiserver', proxy.url, '--namespace', project];
  // The sandbox serves no OpenAPI document; its API server checks the objects itself.
  const writing = ['--disable-openapi-validation', ...clientSide, ...connection];
  return {
    client,
    errors,
    setQueue: (value) => {
      queue = value;
    },
    deploy: (command, release, chart, ...args) =>
      helm([command, release, chartPath(chart), ...writing, ...args], env),
    uninstall: (release) => helm(['uninstall', release, '--wait', '--timeout', '30s', ...connection], env),
    async stop() {
      await controllers.stop();
      clock.stop();
      await proxy.close();
      await api.close();
      await webhooks.close();
      await prometheus.close();
      rmSync(home, { recursive: true });
    },
  };
}
