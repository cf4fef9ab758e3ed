import type { Deployment } from '../../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../../src/resources/horizontalPodAutoscaler';
import {
  deploymentKind,
  horizontalPodAutoscalerKind,
  inferenceServiceKind,
  podKind,
  scaledObjectKind,
} from '../../../src/resources/kinds';
import type { KubernetesObject } from '../../../src/resources/object';
import type { KubeClient } from '../../client/kubeClient';
import { createKubeClient } from '../../client/kubeClient';
import { createClock } from '../../clock';
import type { SimulatedCluster } from '../../simulatedCluster';
import { startCluster } from '../../simulatedCluster';
import { readScenario } from '../scenario';
import { fleetModels } from './fleetModels';

jest.setTimeout(60_000);

describe('a fleet that stands still', () => {
  const clock = createClock();
  let cluster: SimulatedCluster;
  let client: KubeClient;

  beforeAll(async () => {
    const scenario = readScenario('fleet-500');
    cluster = await startCluster({ ...scenario, fleet: { models: 120, projects: 4 } }, clock);
    client = createKubeClient(cluster.backend.api, 'admin');
  });
  afterAll(async () => {
    await cluster.stop();
    clock.stop();
  });

  async function values(query: string): Promise<Map<string, number>> {
    const { clusterMetrics, token } = cluster.backend;
    const answer = await fetch(`${clusterMetrics}/api/v1/query?query=${encodeURIComponent(query)}`, {
      headers: { Authorization: `Bearer ${token}` },
    });
    const { data } = (await answer.json()) as {
      data: { result: { metric: Record<string, string>; value: [number, string] }[] };
    };
    return new Map(
      data.result.map(({ metric, value }) => [
        `${metric.namespace ?? ''}/${metric.service ?? metric.deployment ?? ''}`,
        Number(value[1]),
      ]),
    );
  }

  it('is the same each time', () => {
    const size = { models: 1000, projects: 10 };
    expect(fleetModels(size)).toEqual(fleetModels(size));
  });

  it('has models of each class, and a few that need attention', () => {
    const models = fleetModels({ models: 10_000, projects: 200 });
    const classes = new Set(models.map(({ autoscaling }) => autoscaling.class));
    expect([...classes].sort()).toEqual(['absent', 'hpa', 'keda', 'none']);
    const troubled = models.filter(({ situation }) => situation !== 'steady');
    expect(troubled.length).toBeGreaterThan(300);
    expect(troubled.length).toBeLessThan(800);
    expect(new Set(models.map(({ namespace }) => namespace)).size).toBe(200);
  });

  it.each([
    ['InferenceServices', inferenceServiceKind],
    ['ScaledObjects', scaledObjectKind],
    ['HPAs', horizontalPodAutoscalerKind],
    ['Deployments', deploymentKind],
    ['pods', podKind],
  ])('holds %s that the API server would have taken', async (_what, kind) => {
    const { items } = await client.list<KubernetesObject>(kind, 'team-001');
    expect(items.length).toBeGreaterThan(10);
    for (const object of items.slice(0, 10)) {
      // Under another name and in dry run; the webhooks look at the neighbours, too, which clash.
      const { name, namespace = '' } = object.metadata;
      const path = `${cluster.backend.api}/${kind.group === '' ? 'api' : `apis/${kind.group}`}/${kind.version}/namespaces/${namespace}/${kind.plural}/${name}`;
      const answer = await fetch(`${path}?dryRun=All&fieldValidation=Strict`, {
        method: 'PUT',
        headers: { Authorization: 'Bearer admin', 'Content-Type': 'application/json' },
        body: JSON.stringify(object),
      });
      const body = (await answer.json()) as { message?: string };
      expect([answer.status, body.message]).toEqual([200, undefined]);
    }
  });

  it('has one HPA a Deployment at most, and replicas within the bounds', async () => {
    const hpas = (await client.list<HorizontalPodAutoscaler>(horizontalPodAutoscalerKind)).items;
    const deployments = (await client.list<Deployment>(deploymentKind)).items;
    const keyOf = (namespace: string | undefined, name: string): string => `${namespace ?? ''}/${name}`;
    const replicas = new Map(
      deployments.map(({ metadata, spec }) => [keyOf(metadata.namespace, metadata.name), spec.replicas]),
    );
    const targets = hpas.map(({ metadata, spec }) => keyOf(metadata.namespace, spec.scaleTargetRef.name));
    expect(new Set(targets).size).toBe(hpas.length);
    for (const { metadata, spec, status } of hpas) {
      expect(replicas.get(keyOf(metadata.namespace, spec.scaleTargetRef.name))).toBe(status?.desiredReplicas);
      expect(status?.desiredReplicas).toBeLessThanOrEqual(spec.maxReplicas);
    }
  });

  it('answers the questions of the fleet page for every model', async () => {
    const waiting = await values('sum by (namespace, service) (vllm:num_requests_waiting)');
    const models = fleetModels({ models: 120, projects: 4 });
    expect(waiting.size).toBe(120);
    for (const { namespace, name, waiting: expected } of models.filter((_, index) => index % 10 !== 0))
      expect(waiting.get(`${namespace}/${name}-metrics`)).toBe(expected);
    expect([...(await values('count(kube_deployment_spec_replicas)')).values()]).toEqual([120]);
  });

  it('lets more requests wait where traffic swings while the load is on, after the next scrape', async () => {
    cluster.setLoad(true);
    expect(cluster.load).toBe(true);
    clock.setSpeed(30);
    const before = await values('sum(vllm:num_requests_waiting)');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const after = await values('sum(vllm:num_requests_waiting)');
    expect([...after.values()][0]).toBeGreaterThan([...before.values()][0] ?? Infinity);
  });
});
