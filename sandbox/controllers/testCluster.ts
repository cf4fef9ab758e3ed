import type { KubernetesObject } from '../../src/resources/object';
import { inferenceServiceKind, servingRuntimeKind } from '../../src/resources/kinds';
import type { KubeClient } from '../client/kubeClient';
import { createKubeClient } from '../client/kubeClient';
import { createClock } from '../clock';
import { startApiServer } from '../cluster/apiServer';
import { httpAddOnCrds, kedaCrds, kserveCrds, monitoringCrds } from '../cluster/crds';
import { sandboxRules } from '../cluster/rbac';
import { listen } from './httpListener';
import { namespaceKind, nodeKind } from './kinds';
import type { Controllers } from './start';
import { startControllers } from './start';
import { startWebhooks } from './webhooks';

/** The project of the test clusters. */
export const project = 'team-a';

/** spec.predictor.autoScaling as the product writes it: 2 waiting requests a replica. */
export const autoScaling = {
  metrics: [
    {
      type: 'External',
      external: {
        metric: {
          backend: 'prometheus',
          serverAddress: 'https://thanos-querier.openshift-monitoring.svc.cluster.local:9092',
          namespace: project,
          query: `sum(vllm:num_requests_waiting{namespace="${project}",service="llama-metrics"})`,
        },
        authenticationRef: {
          authModes: 'bearer',
          authenticationRef: { name: 'inference-prometheus-auth' },
        },
        target: { type: 'AverageValue', value: '2', averageValue: '2' },
      },
    },
  ],
};

/** A small cluster for specs. */
export interface TestCluster {
  client: KubeClient;
  controllers: Controllers;
  /** What Prometheus answers to every query from now on. */
  setLoad(values: readonly number[]): void;
  /** The queries that were asked, with their bearer token. */
  readonly queries: { token: string; namespace: string | null }[];
  /** Failures that controllers reported. */
  readonly errors: string[];
  stop(): Promise<void>;
}

async function startPrometheus(queries: TestCluster['queries']): Promise<{
  url: string;
  close(): Promise<void>;
  set(values: readonly number[]): void;
}> {
  let load: readonly number[] = [0];
  const listener = await listen((url, _body, headers) => {
    queries.push({
      token: (headers.authorization ?? '').replace('Bearer ', ''),
      namespace: url.searchParams.get('namespace'),
    });
    const result = load.map((value, index) => ({
      metric: { index: String(index) },
      value: [0, String(value)],
    }));
    return Promise.resolve({
      code: 200,
      body: { status: 'success', data: { resultType: 'vector', result } },
    });
  });
  return {
    ...listener,
    set(values) {
      load = values;
    },
  };
}

async function seedCluster(client: KubeClient, gpus: number, loadSeconds: number): Promise<void> {
  await client.create(namespaceKind, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: project },
  });
  const node = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: 'gpu-0' },
  };
  await client.create(nodeKind, node);
  await client.mergePatch(
    nodeKind,
    { name: 'gpu-0' },
    { status: { allocatable: { 'nvidia.com/gpu': String(gpus) } } },
    'status',
  );
  const runtime: KubernetesObject & { spec: unknown } = {
    apiVersion: 'serving.kserve.io/v1alpha1',
    kind: 'ServingRuntime',
    metadata: { name: 'vllm', namespace: project },
    spec: {
      annotations: { 'prometheus.io/port': '8080', 'prometheus.io/path': '/metrics' },
      containers: [
        {
          name: 'kserve-container',
          image: 'quay.io/example/vllm:1',
          args: ['--served-model-name={{.Name}}'],
          env: [{ name: 'SANDBOX_LOAD_SECONDS', value: String(loadSeconds) }],
        },
      ],
    },
  };
  await client.create(servingRuntimeKind, runtime);
}

/** Creates the InferenceService llama in the project, with the given annotations and predictor fields. */
export async function createModel(
  client: KubeClient,
  annotations: Record<string, string>,
  predictor: Record<string, unknown>,
): Promise<void> {
  const service: KubernetesObject & { spec: unknown } = {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: { name: 'llama', namespace: project, annotations },
    spec: {
      predictor: {
        model: {
          modelFormat: { name: 'vLLM' },
          runtime: 'vllm',
          resources: { limits: { 'nvidia.com/gpu': '1' } },
        },
        ...predictor,
      },
    },
  };
  await client.create(inferenceServiceKind, service);
}

/** Starts API server, webhooks and controllers on a clock of speed 30, with one node of `gpus` GPUs. */
export async function startTestCluster(
  options: { keda?: boolean; httpAddOn?: boolean; gpus?: number; loadSeconds?: number } = {},
): Promise<TestCluster> {
  const { keda = true, httpAddOn = false, gpus = 8, loadSeconds = 20 } = options;
  const clock = createClock(30);
  const queries: TestCluster['queries'] = [];
  const errors: string[] = [];
  const prometheus = await startPrometheus(queries);
  let apiUrl = '';
  const webhooks = await startWebhooks({ apiUrl: () => apiUrl, keda });
  const crds = [
    ...[...kserveCrds, ...monitoringCrds],
    ...[...(keda ? kedaCrds : []), ...(httpAddOn ? httpAddOnCrds : [])],
  ];
  const api = await startApiServer({ clock, crds, rules: sandboxRules([project]), hooks: webhooks.hooks });
  apiUrl = api.url;
  const client = createKubeClient(api.url, 'admin');
  await seedCluster(client, gpus, loadSeconds);
  const controllers = await startControllers({
    apiUrl: api.url,
    clock,
    keda,
    metrics: { clusterUrl: 'http://127.0.0.1:1', tenancyUrl: prometheus.url },
    ...(httpAddOn && { httpAddOn: () => undefined }),
    onError: (controller, error) => {
      errors.push(`${controller}: ${error instanceof Error ? error.message : String(error)}`);
    },
  });
  return {
    client,
    controllers,
    queries,
    errors,
    setLoad: (values) => {
      prometheus.set(values);
    },
    async stop() {
      await controllers.stop();
      clock.stop();
      await api.close();
      await webhooks.close();
      await prometheus.close();
    },
  };
}

/** Looks again and again until `look` finds something; rejects after `seconds` of real time with what was awaited. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  seconds = 15,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited ${String(seconds)} s in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
