import { findCondition, hasStatus } from '../../src/resources/conditions';
import type { Deployment } from '../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import type { InferenceService } from '../../src/resources/inferenceService';
import {
  deploymentKind,
  horizontalPodAutoscalerKind,
  inferenceServiceKind,
  podKind,
  scaledObjectKind,
} from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';
import type { Pod } from '../../src/resources/pod';
import type { ScaledObject } from '../../src/resources/scaledObject';
import type { KubeClient } from '../client/kubeClient';
import { createKubeClient } from '../client/kubeClient';
import { createClock } from '../clock';
import { eventKind, resourceQuotaKind } from '../controllers/kinds';
import type { ResourceQuota } from '../controllers/quota';
import { eventually } from '../controllers/testCluster';
import type { SimulatedCluster } from '../simulatedCluster';
import { startCluster } from '../simulatedCluster';
import { readScenario } from './scenario';

jest.setTimeout(120_000);

const chat = 'customer-chat';
const llama = 'llama-3-2-3b';

/** Runs a scenario at full speed, with the models of some projects only, and looks at it as an administrator. */
async function look(
  name: string,
  see: (client: KubeClient, cluster: SimulatedCluster) => Promise<void>,
  projects: readonly string[] = [chat],
): Promise<void> {
  const clock = createClock(30);
  const scenario = readScenario(name);
  const models = scenario.models.filter(({ namespace }) => projects.includes(namespace));
  const cluster = await startCluster({ ...scenario, models }, clock);
  try {
    await see(createKubeClient(cluster.backend.api, 'admin'), cluster);
  } finally {
    await cluster.stop();
    clock.stop();
  }
}

const scaledObjectOf = async (
  client: KubeClient,
  name: string,
  namespace = chat,
): Promise<ScaledObject | undefined> =>
  client.get<ScaledObject>(scaledObjectKind, namespace, `${name}-predictor`);

async function messages(client: KubeClient, namespace: string): Promise<string[]> {
  const { items } = await client.list<KubernetesObject & { message?: string }>(eventKind, namespace);
  return items.map(({ message = '' }) => message);
}

async function samples(cluster: SimulatedCluster, query: string): Promise<number[]> {
  const { clusterMetrics, token } = cluster.backend;
  const url = `${clusterMetrics}/api/v1/query?query=${encodeURIComponent(query)}`;
  const answer = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  const { data } = (await answer.json()) as { data: { result: { value: [number, string] }[] } };
  return data.result.map(({ value }) => Number(value[1]));
}

describe('what scenarios show', () => {
  it('paused: three ways to hold a model', () =>
    look(
      'paused',
      async (client) => {
        const held = await scaledObjectOf(client, llama);
        expect(findCondition(held?.status?.conditions, 'Paused')?.status).toBe('True');
        expect(held?.metadata.managedFields).toEqual(
          expect.arrayContaining([expect.objectContaining({ manager: 'kubectl-annotate' })]),
        );
        expect(
          await client.get(horizontalPodAutoscalerKind, chat, `keda-hpa-${llama}-predictor`),
        ).toBeUndefined();
        const pinned = await client.get<Deployment>(deploymentKind, chat, 'granite-3-3-8b-predictor');
        expect(pinned?.spec.replicas).toBe(2);
        const hpa = await client.get<HorizontalPodAutoscaler>(
          horizontalPodAutoscalerKind,
          'document-search',
          'keda-hpa-llama-3-1-8b-predictor',
        );
        expect(hpa?.spec.behavior?.scaleDown?.selectPolicy).toBe('Disabled');
      },
      [chat, 'document-search'],
    ));

  it('orphan-scaledobject: KEDA scales a model that KServe fixes', () =>
    look('orphan-scaledobject', async (client) => {
      const service = await client.get<InferenceService>(inferenceServiceKind, chat, llama);
      expect(service?.metadata.annotations?.['serving.kserve.io/autoscalerClass']).toBe('none');
      const left = await scaledObjectOf(client, llama);
      expect(hasStatus(left?.status?.conditions, 'Ready', 'True')).toBe(true);
    }));

  it('two-autoscalers: both HPAs give up', () =>
    look('two-autoscalers', async (client) => {
      const ambiguous = await eventually('two HPAs with an ambiguous selector', async () => {
        const { items } = await client.list<HorizontalPodAutoscaler>(horizontalPodAutoscalerKind, chat);
        const found = items.filter(
          ({ status }) => findCondition(status?.conditions, 'ScalingActive')?.reason === 'AmbiguousSelector',
        );
        return found.length > 1 && found.map(({ metadata }) => metadata.name);
      });
      expect(ambiguous).toEqual([`keda-hpa-${llama}-predictor`, `${llama}-predictor`]);
    }));

  it('blocked-by-hpa: the webhook refuses the ScaledObject', () =>
    look(
      'blocked-by-hpa',
      async (client) => {
        await eventually('the refusal', async () =>
          (await messages(client, 'code-assist')).some((message) =>
            message.includes("is already managed by the hpa 'granite-code-8b-predictor'"),
          ),
        );
        expect(await scaledObjectOf(client, 'granite-code-8b', 'code-assist')).toBeUndefined();
      },
      ['code-assist'],
    ));

  it('stopped: nothing is left but the InferenceService', () =>
    look('stopped', async (client) => {
      const service = await client.get<InferenceService>(inferenceServiceKind, chat, llama);
      expect(hasStatus(service?.status?.conditions, 'Stopped', 'True')).toBe(true);
      expect(await client.get(deploymentKind, chat, `${llama}-predictor`)).toBeUndefined();
      expect(await scaledObjectOf(client, llama)).toBeUndefined();
    }));

  it('knative: KEDA has no part in it', () =>
    look('knative', async (client) => {
      const service = await client.get<InferenceService>(inferenceServiceKind, chat, llama);
      expect(service?.status?.deploymentMode).toBe('Knative');
      expect(hasStatus(service?.status?.conditions, 'Ready', 'True')).toBe(true);
      expect(await scaledObjectOf(client, llama)).toBeUndefined();
    }));

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
      const scaledObject = await scaledObjectOf(client, llama);
      expect(hasStatus(scaledObject?.status?.conditions, 'Ready', 'False')).toBe(true);
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
      const headers = { Authorization: `Bearer ${backend.token}` };
      const door = (url: string) => fetch(`${url}/api/v1/query?query=up&namespace=${chat}`, { headers });
      expect((await door(backend.clusterMetrics)).status).toBe(403);
      expect((await door(backend.tenancyMetrics)).status).toBe(200);
    }));
});
