import { findCondition, hasStatus } from '../../src/resources/conditions';
import type { Deployment } from '../../src/resources/deployment';
import type { InferenceService } from '../../src/resources/inferenceService';
import { deploymentKind, inferenceServiceKind, podKind, scaledObjectKind } from '../../src/resources/kinds';
import type { Pod } from '../../src/resources/pod';
import { createKubeClient } from '../client/kubeClient';
import { resourceQuotaKind } from '../controllers/kinds';
import type { ResourceQuota } from '../controllers/quota';
import { eventually } from '../controllers/testCluster';
import { chat, llama, look, messages, samples, scaledObjectOf } from './testScenario';

jest.setTimeout(120_000);

describe('what scenarios show of trouble', () => {
  it('failed-load: one model never loads, a new version of another neither', () =>
    look(
      'failed-load',
      async (client) => {
        const service = await eventually('a failed load', async () => {
          const found = await client.get<InferenceService>(inferenceServiceKind, chat, llama);
          return found?.status?.modelStatus?.transitionStatus === 'BlockedByFailedLoad' ? found : undefined;
        });
        expect(service.status?.modelStatus?.lastFailureInfo).toMatchObject({
          reason: 'ModelLoadFailed',
          message: expect.stringContaining('CUDA out of memory') as string,
          exitCode: 1,
        });
        const { items } = await client.list<Pod>(podKind, 'code-assist');
        const states = items
          .filter(({ metadata }) => metadata.name.startsWith('granite-code-8b'))
          .map(({ status }) => status?.containerStatuses?.[0]);
        expect(states).toHaveLength(2);
        expect(states.filter((state) => state?.ready)).toHaveLength(1);
      },
      [chat, 'code-assist'],
    ));

  it('gpu-starved: pods stay pending in the words of the scheduler', () =>
    look(
      'gpu-starved',
      async (client, cluster) => {
        cluster.setLoad(true);
        const pending = await eventually(
          'a pod without a node',
          async () => {
            const { items } = await client.list<Pod>(podKind, chat);
            return items.find(({ status }) => hasStatus(status?.conditions, 'PodScheduled', 'False'));
          },
          60,
        );
        expect(findCondition(pending.status?.conditions, 'PodScheduled')?.message).toContain(
          '0/4 nodes are available: 4 Insufficient nvidia.com/gpu.',
        );
      },
      [chat, 'code-assist', 'document-search'],
    ));

  it('quota-hit: the API server refuses more pods than the quota allows', () =>
    look('quota-hit', async (client, cluster) => {
      cluster.setLoad(true);
      const failure = await eventually(
        'a refused pod',
        async () => {
          const found = await client.get<Deployment>(deploymentKind, chat, `${llama}-predictor`);
          return findCondition(found?.status?.conditions, 'ReplicaFailure');
        },
        60,
      );
      expect(failure.message).toMatch(
        /^pods "llama-3-2-3b-predictor-.+" is forbidden: exceeded quota: gpus, requested: requests\.nvidia\.com\/gpu=1, used: requests\.nvidia\.com\/gpu=4, limited: requests\.nvidia\.com\/gpu=4$/,
      );
      const quota = await client.get<ResourceQuota>(resourceQuotaKind, chat, 'gpus');
      expect(quota?.status?.used).toEqual({ 'requests.nvidia.com/gpu': '4' });
    }));

  it.each([
    ['several-series', /returned multiple elements/],
    ['thanos-down', /status: 503 response: Service Unavailable/],
    ['thanos-slow', /context deadline exceeded/],
  ])('%s: KEDA says why its trigger fails', (name, words) =>
    look(name, async (client) => {
      await eventually(
        'the words',
        async () => (await messages(client, chat)).some((message) => words.test(message)),
        30,
      );
      // The HPA may be the first that says it.
      const failing = await eventually(
        'a ScaledObject that is not ready',
        async () => {
          const { conditions } = (await scaledObjectOf(client, llama))?.status ?? {};
          return hasStatus(conditions, 'Ready', 'False') && findCondition(conditions, 'Ready');
        },
        30,
      );
      expect(failing.reason).toMatch(/TriggerError$/);
    }),
  );

  it('no-series: KEDA takes no series for 0', () =>
    look('no-series', async (client, cluster) => {
      const scaledObject = await scaledObjectOf(client, llama);
      expect(hasStatus(scaledObject?.status?.conditions, 'Ready', 'True')).toBe(true);
      expect(await samples(cluster, scaledObject?.spec.triggers[0]?.metadata.query ?? '')).toEqual([]);
      expect(await samples(cluster, `count(vllm:num_requests_waiting{namespace="${chat}"})`)).toEqual([2]);
    }));

  it('uwm-off: no vLLM is scraped, and the cluster is', () =>
    look('uwm-off', async (_client, cluster) => {
      expect(await samples(cluster, '{__name__=~"vllm:.+"}')).toEqual([]);
      expect(await samples(cluster, 'count(kube_deployment_spec_replicas)')).toEqual([2]);
    }));

  it('kserve-absent: there is no such kind', () =>
    look('kserve-absent', async (client) => {
      await expect(client.list(inferenceServiceKind)).rejects.toMatchObject({ code: 404 });
      expect((await client.list(scaledObjectKind)).items).toEqual([]);
    }));

  it('namespace-user: one project, not all of them', () =>
    look('namespace-user', async (_client, { backend }) => {
      const own = createKubeClient(backend.api, backend.token);
      await expect(own.list(inferenceServiceKind)).rejects.toMatchObject({ code: 403 });
      expect((await own.list(inferenceServiceKind, chat)).items).toHaveLength(2);
      const door = (url: string): Promise<Response> =>
        fetch(`${url}/api/v1/query?query=up&namespace=${chat}`, {
          headers: { Authorization: `Bearer ${backend.token}` },
        });
      expect((await door(backend.clusterMetrics)).status).toBe(403);
      expect((await door(backend.tenancyMetrics)).status).toBe(200);
    }));
});
