import type { InferenceService } from '../../src/resources/inferenceService';
import { inferenceServiceKind, servingRuntimeKind } from '../../src/resources/kinds';
import type { KubeClient } from '../client/kubeClient';
import { createKubeClient } from '../client/kubeClient';
import { createClock } from '../clock';
import { startApiServer } from '../cluster/apiServer';
import { namespaceKind, nodeKind } from '../controllers/kinds';
import type { NodeObject } from '../engines/kubeObjects';
import { readScenario } from './scenario';
import { seed } from './seed';

describe('seed', () => {
  const scenario = readScenario('quiet');
  const clock = createClock();
  let server: Awaited<ReturnType<typeof startApiServer>>;
  let client: KubeClient;

  beforeAll(async () => {
    server = await startApiServer({ clock });
    client = createKubeClient(server.url, 'system:controller');
    await seed(scenario, client);
  });
  afterAll(async () => {
    clock.stop();
    await server.close();
  });

  it('creates the projects', async () => {
    const { items } = await client.list(namespaceKind);
    expect(items.map(({ metadata }) => metadata.name)).toEqual(
      expect.arrayContaining([...scenario.namespaces]),
    );
  });

  it('creates nodes that have their GPUs', async () => {
    const { items } = await client.list<NodeObject>(nodeKind);
    const gpus = items.map(({ status }) => Number(status?.allocatable?.['nvidia.com/gpu'] ?? 0));
    expect(gpus.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(items).toHaveLength(7);
  });

  it('creates a ServingRuntime for each model, with what odh-model-controller and the kubelet look for', async () => {
    const { items } = await client.list(servingRuntimeKind);
    expect(items).toHaveLength(scenario.models.length);
    const llama = items.find(({ metadata }) => metadata.name === 'llama-3-2-3b');
    expect(llama).toMatchObject({
      spec: {
        annotations: {
          'prometheus.io/port': '8080',
          'prometheus.io/path': '/metrics',
          'opendatahub.io/kserve-runtime': 'vllm',
        },
        containers: [
          {
            name: 'kserve-container',
            args: expect.arrayContaining([
              '--max-num-seqs=20',
              '--served-model-name=llama-3-2-3b',
            ]) as string[],
            env: [
              { name: 'SANDBOX_LOAD_SECONDS', value: '60' },
              { name: 'SANDBOX_PROFILE', value: 'llama-3.2-3b-l40' },
            ],
          },
        ],
      },
    });
  });

  it('enables KEDA through port 9092 with the namespace, as a project administrator can', async () => {
    const llama = await client.get<InferenceService>(inferenceServiceKind, 'customer-chat', 'llama-3-2-3b');
    expect(llama?.metadata.annotations).toMatchObject({
      'serving.kserve.io/deploymentMode': 'Standard',
      'serving.kserve.io/autoscalerClass': 'keda',
    });
    expect(llama?.spec.predictor).toMatchObject({
      minReplicas: 1,
      maxReplicas: 6,
      autoScaling: {
        metrics: [
          {
            type: 'External',
            external: {
              metric: {
                backend: 'prometheus',
                serverAddress: 'https://thanos-querier.openshift-monitoring.svc.cluster.local:9092',
                namespace: 'customer-chat',
                query:
                  'sum(vllm:num_requests_waiting{namespace="customer-chat",service="llama-3-2-3b-metrics"})',
              },
              authenticationRef: {
                authModes: 'bearer',
                authenticationRef: { name: 'inference-prometheus-auth' },
              },
              target: { type: 'AverageValue', value: '2', averageValue: '2' },
            },
          },
        ],
        behavior: {
          scaleUp: { stabilizationWindowSeconds: 0 },
          scaleDown: { stabilizationWindowSeconds: 300 },
        },
      },
    });
  });

  it.each([
    ['code-assist', 'mistral-7b', 'none'],
    ['code-assist', 'granite-code-8b', 'hpa'],
    ['document-search', 'qwen-2-5-7b', undefined],
  ])('gives %s/%s the class %s and no metrics', async (namespace, name, expected) => {
    const service = await client.get<InferenceService>(inferenceServiceKind, namespace, name);
    expect(service?.metadata.annotations?.['serving.kserve.io/autoscalerClass']).toBe(expected);
    expect(service?.spec.predictor.autoScaling).toBeUndefined();
  });
});
