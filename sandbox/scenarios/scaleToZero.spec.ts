import { findCondition, hasStatus } from '../../src/resources/conditions';
import type { Deployment } from '../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import { deploymentKind, horizontalPodAutoscalerKind, scaledObjectKind } from '../../src/resources/kinds';
import type { ScaledObject } from '../../src/resources/scaledObject';
import type { KubeClient } from '../client/kubeClient';
import { createKubeClient } from '../client/kubeClient';
import { eventually } from '../controllers/testCluster';
import { installObjects } from './installs';
import { askRoute } from './testRoute';
import { look, messages } from './testScenario';

jest.setTimeout(180_000);

const project = 'experiments';
const host = 'llama-wake-experiments.apps.example.com';

const replicas = async (client: KubeClient): Promise<number | undefined> =>
  (await client.get<Deployment>(deploymentKind, project, 'llama-wake-predictor'))?.spec.replicas;
const scaledObjectOf = (client: KubeClient): Promise<ScaledObject | undefined> =>
  client.get<ScaledObject>(scaledObjectKind, project, 'llama-wake-http');

it('scale-to-zero: a request wakes the model and waits, a crowd makes it grow, rest lets it sleep', () =>
  look(
    'scale-to-zero',
    async (client, cluster) => {
      const router = cluster.backend.router ?? '';
      expect(await replicas(client)).toBe(0);
      const asleep = await eventually('a ScaledObject with its HPA', async () => {
        const found = await scaledObjectOf(client);
        return hasStatus(found?.status?.conditions, 'Ready', 'True') ? found : undefined;
      });
      expect(asleep.status?.externalMetricNames).toEqual(['s0-http_llama-wake_concurrency', 's1-prometheus']);

      // Nobody but the interceptor wakes it.
      expect((await askRoute(router, 'nobody.apps.example.com', '/v1/models')).code).toBe(503);
      expect((await askRoute(router, host, '/metrics')).code).toBe(404);
      const answer = await askRoute(router, host, '/v1/models');
      expect(answer).toMatchObject({ code: 200, body: { data: [{ id: 'llama3-2-3b' }] } });
      expect(await replicas(client)).toBe(1);
      expect(await messages(client, project)).toContain(
        'Scaled apps/v1.Deployment experiments/llama-wake-predictor from 0 to 1, triggered by s0-http_llama-wake_concurrency',
      );
      const prompt = { model: 'llama3-2-3b', prompt: 'Why?', max_tokens: 20 };
      expect(await askRoute(router, host, '/v1/completions', prompt)).toMatchObject({
        code: 200,
        body: { usage: { completion_tokens: 20 } },
      });

      cluster.setLoad(true);
      await eventually('four replicas', async () => (await replicas(client)) === 4, 60);
      const hpa = await client.get<HorizontalPodAutoscaler>(
        horizontalPodAutoscalerKind,
        project,
        'keda-hpa-llama-wake-http',
      );
      expect(findCondition(hpa?.status?.conditions, 'ScalingActive')?.status).toBe('True');
      cluster.setLoad(false);
      await eventually('no replica', async () => (await replicas(client)) === 0, 90);
      await eventually(
        'a scaler at rest',
        async () => {
          const { status } = (await scaledObjectOf(client)) ?? {};
          return findCondition(status?.conditions, 'Active')?.reason === 'ScalerNotActive';
        },
        30,
      );
    },
    [],
  ));

it('a project editor installs the chart in mode keda, and the model is scaled by its queue', () =>
  look(
    'scale-to-zero',
    async (_client, cluster) => {
      const editor = createKubeClient(cluster.backend.api, 'editor', 'helm');
      for (const { kind, object } of installObjects('llama-queue')) await editor.create(kind, object);
      await eventually('a serving replica', async () => {
        const found = await editor.get<Deployment>(deploymentKind, project, 'llama-queue-predictor');
        return found?.status?.readyReplicas === 1;
      });
      const queue = await eventually('a ready ScaledObject', async () => {
        const found = await editor.get<ScaledObject>(scaledObjectKind, project, 'llama-queue-predictor');
        return hasStatus(found?.status?.conditions, 'Ready', 'True') ? found : undefined;
      });
      expect(queue.spec).toMatchObject({ minReplicaCount: 1, maxReplicaCount: 3 });
    },
    [],
  ));
