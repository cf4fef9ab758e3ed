import { findCondition } from '../../src/resources/conditions';
import type { Deployment } from '../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import { deploymentKind, horizontalPodAutoscalerKind } from '../../src/resources/kinds';
import type { KubeClient } from '../client/kubeClient';
import { eventually } from '../controllers/testCluster';
import { chat, llama, look, samples, scaledObjectOf } from './testScenario';

jest.setTimeout(180_000);

/** The clock of `look` runs thirty times as fast. */
const simulatedSeconds = (seconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, (seconds * 1000) / 30));

async function replicasOf(client: KubeClient): Promise<number> {
  const deployment = await client.get<Deployment>(deploymentKind, chat, `${llama}-predictor`);
  return deployment?.spec.replicas ?? NaN;
}

/** The numbers of replicas, one after the other, within so many simulated seconds. */
async function follow(client: KubeClient, seconds: number, until?: number): Promise<number[]> {
  const seen: number[] = [];
  for (let passed = 0; passed < seconds && (until === undefined || seen.at(-1) !== until); passed += 3) {
    const replicas = await replicasOf(client);
    if (replicas !== seen.at(-1)) seen.push(replicas);
    await simulatedSeconds(3);
  }
  return seen;
}

const queue = `sum(vllm:num_requests_waiting{namespace="${chat}",service="${llama}-metrics"})`;

describe('what scenarios show of load', () => {
  it('steady: replicas grow to four and stay there', () =>
    look('steady', async (client, cluster) => {
      cluster.setLoad(true);
      expect((await follow(client, 600, 4)).at(-1)).toBe(4);
      // Longer than the window in which a wish for less would be held.
      expect(await follow(client, 480)).toEqual([4]);
      expect(await samples(cluster, queue)).toEqual([0]);
    }));

  it('ramp: replicas follow, never back', () =>
    look('ramp', async (client, cluster) => {
      cluster.setLoad(true);
      const seen = await follow(client, 1800, 6);
      // On a slow machine a step may fall between two looks.
      expect(seen.length).toBeGreaterThanOrEqual(4);
      expect([seen[0], seen.at(-1)]).toEqual([1, 6]);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    }));

  it('scale-down-hold: the burst is over, and the HPA says that it holds', () =>
    look('scale-down-hold', async (client, cluster) => {
      cluster.setLoad(true);
      expect(Math.max(...(await follow(client, 200)))).toBeGreaterThanOrEqual(4);
      const held = await eventually(
        'a wish that is held',
        async () => {
          const hpa = await client.get<HorizontalPodAutoscaler>(
            horizontalPodAutoscalerKind,
            chat,
            `keda-hpa-${llama}-predictor`,
          );
          const able = findCondition(hpa?.status?.conditions, 'AbleToScale');
          const [waiting = NaN] = await samples(cluster, queue);
          return able?.reason === 'ScaleDownStabilized' && waiting === 0 && able;
        },
        30,
      );
      expect(held.message).toContain('recent recommendations were higher');
      expect(await replicasOf(client)).toBeGreaterThanOrEqual(4);
      expect((await follow(client, 900, 1)).at(-1)).toBe(1);
    }));

  it('flapping: replicas come and go under a load that stays the same', () =>
    look('flapping', async (client, cluster) => {
      cluster.setLoad(true);
      const seen = await follow(client, 900);
      const turns = seen.filter((replicas, index) => {
        const [before = NaN, after = NaN] = [seen[index - 1], seen[index + 1]];
        return (replicas > before && replicas > after) || (replicas < before && replicas < after);
      });
      expect(turns.length).toBeGreaterThanOrEqual(4);
    }));

  it('stale-series: the last numbers answer for a while, and nothing does then', () =>
    look('stale-series', async (_client, cluster) => {
      await simulatedSeconds(150);
      const [old = NaN] = await samples(cluster, 'time() - max(timestamp(vllm:num_requests_waiting))');
      expect(old).toBeGreaterThan(60);
      await eventually(
        'the end of the lookback',
        async () => (await samples(cluster, 'vllm:num_requests_waiting')).length === 0,
        30,
      );
      expect(await samples(cluster, 'count(kube_deployment_spec_replicas)')).toEqual([2]);
    }));

  it('wrong-label: the query finds nothing, the same for the scraped Service does, and the queue grows', () =>
    look('wrong-label', async (client, cluster) => {
      const query = (await scaledObjectOf(client, llama))?.spec.triggers[0]?.metadata.query ?? '';
      expect(await samples(cluster, query)).toEqual([]);
      expect(query.replace('-predictor"', '-metrics"')).toBe(queue);
      cluster.setLoad(true);
      await eventually('a queue', async () => ((await samples(cluster, queue))[0] ?? 0) > 20, 60);
      expect(await replicasOf(client)).toBe(1);
    }));

  it('metric-names: an older vLLM and one with KServe’s prefix, whose trigger finds nothing', () =>
    look('metric-names', async (client, cluster) => {
      const other = 'granite-3-3-8b';
      const query = (await scaledObjectOf(client, other))?.spec.triggers[0]?.metadata.query ?? '';
      expect(await samples(cluster, query)).toEqual([]);
      expect(await samples(cluster, query.replace('vllm:', 'kserve_vllm:'))).toHaveLength(1);
      expect(await samples(cluster, queue)).toHaveLength(1);
      expect(await samples(cluster, 'vllm:gpu_cache_usage_perc')).toHaveLength(1);
      expect(await samples(cluster, 'vllm:kv_cache_usage_perc')).toEqual([]);
    }));
});
