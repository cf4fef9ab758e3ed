import type { Deployment } from '../../src/resources/deployment';
import type { HorizontalPodAutoscaler } from '../../src/resources/horizontalPodAutoscaler';
import { deploymentKind, horizontalPodAutoscalerKind, podKind } from '../../src/resources/kinds';
import type { Pod } from '../../src/resources/pod';
import type { KubeClient } from '../client/kubeClient';
import { createKubeClient } from '../client/kubeClient';
import { createClock } from '../clock';
import { startApiServer } from '../cluster/apiServer';
import { serviceKind } from '../controllers/kinds';
import { startDcgmExporter } from '../engines/dcgmExporter';
import { startEngines } from '../engines/engines';
import type { Service } from '../engines/podTargets';
import { startKubeStateMetrics } from '../engines/kubeStateMetrics';
import { startScraper } from '../metrics/scrape';
import type { Labels, StoredSeries } from '../metrics/seriesStore';
import { labelsKey, SeriesStore } from '../metrics/seriesStore';
import { slowness } from '../testSlowness';
import { fillHistory } from './history';
import { readScenario } from './scenario';
import { seed } from './seed';

const namespace = 'customer-chat';
const labels = { 'serving.kserve.io/inferenceservice': 'llama-3-2-3b' };
const pod: Pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'llama-3-2-3b-predictor-abc', namespace, labels },
  spec: {
    nodeName: 'gpu-l40s-0',
    containers: [
      {
        name: 'kserve-container',
        image: 'vllm',
        args: ['--max-num-seqs=20', '--served-model-name=llama-3-2-3b'],
        env: [{ name: 'SANDBOX_PROFILE', value: 'llama-3.2-3b-l40' }],
        resources: { limits: { 'nvidia.com/gpu': '1' } },
      },
    ],
  },
};
const service: Service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'llama-3-2-3b-metrics', namespace },
  spec: { selector: labels, ports: [{ name: 'llama-3-2-3b-metrics', port: 8080 }] },
};

const deployment: Deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'llama-3-2-3b-predictor', namespace },
  spec: {
    replicas: 2,
    selector: { matchLabels: labels },
    template: { metadata: { labels }, spec: pod.spec },
  },
};
const autoscaler: HorizontalPodAutoscaler = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'keda-hpa-llama-3-2-3b-predictor', namespace },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'llama-3-2-3b-predictor' },
    minReplicas: 1,
    maxReplicas: 6,
  },
};

const keys = (store: SeriesStore): string[] => store.select([]).map((series) => labelsKey(series.labels));

describe('fillHistory', () => {
  const scenario = readScenario('quiet');
  let realNow = Date.UTC(2026, 0, 1, 12);
  const start = realNow;
  const clock = createClock(1, () => realNow);
  const store = new SeriesStore(26 * 3_600_000);
  let server: Awaited<ReturnType<typeof startApiServer>>;
  let client: KubeClient;
  let slower = 1;
  let cpuMs = NaN;

  const series = (name: string, more: Labels = {}) =>
    store
      .select([])
      .filter((one) =>
        Object.entries({ ...more, __name__: name }).every(([label, value]) => one.labels[label] === value),
      );

  beforeAll(async () => {
    server = await startApiServer({ clock });
    client = createKubeClient(server.url, 'system:controller');
    await seed(scenario, client);
    await client.create(serviceKind, service);
    await client.create(podKind, pod);
    const status = { phase: 'Running', podIP: '10.128.0.5', conditions: [{ type: 'Ready', status: 'True' }] };
    await client.mergePatch(podKind, pod.metadata, { status }, 'status');
    await client.create(deploymentKind, deployment);
    await client.create(horizontalPodAutoscalerKind, autoscaler);
    slower = slowness();
    const began = process.cpuUsage();
    await fillHistory({ scenario, client, store, now: clock.now() });
    cpuMs = process.cpuUsage(began).user / 1000;
  });
  afterAll(async () => {
    clock.stop();
    await server.close();
  });

  it('has a sample of the engines each 30 s of the day before, and none later', () => {
    const [running] = series('vllm:num_requests_running');
    const times = Array.from({ length: running?.samples.length ?? 0 }, (_, index) =>
      running?.samples.time(index),
    );
    expect(times).toHaveLength(24 * 120);
    expect(times[0]).toBe(start - 24 * 3_600_000);
    expect(times.at(-1)).toBe(start - 30_000);
  });

  const lastHour = (one: StoredSeries | undefined): number[] =>
    Array.from({ length: 120 }, (_, index) => one?.samples.value(23 * 120 + index) ?? NaN);

  it('is not flat, and less waits than the threshold, or replicas would have followed', () => {
    const [running] = series('vllm:num_requests_running');
    const values = lastHour(running);
    expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(3);
    const [waiting] = series('vllm:num_requests_waiting');
    const queue = lastHour(waiting);
    expect(Math.max(...queue)).toBeLessThanOrEqual(2);
    const [tokens] = series('vllm:generation_tokens_total');
    const counts = Array.from({ length: 24 * 120 }, (_, index) => tokens?.samples.value(index) ?? NaN);
    expect(counts.every((count, index) => index === 0 || count >= (counts[index - 1] ?? 0))).toBe(true);
    // Half of the traffic at the other end of the clock, and none missing.
    const grown = (from: number): number => (counts[from + 120] ?? NaN) - (counts[from] ?? NaN);
    expect(grown(11.5 * 120) / grown(22.9 * 120)).toBeLessThan(0.6);
    expect(grown(11.5 * 120)).toBeGreaterThan(0);
  });

  it('is an hour long for what nobody but a curious person reads', () => {
    const [prefill] = series('vllm:request_prefill_time_seconds_count');
    expect(prefill?.samples.length).toBe(120);
    expect(prefill?.samples.time(0)).toBe(start - 3_600_000);
  });

  it('has the GPUs of every node, busy where an engine computes', () => {
    const busy = series('DCGM_FI_DEV_GPU_UTIL', { exported_pod: pod.metadata.name });
    expect(
      busy.map(({ labels: { exported_namespace, namespace: own } }) => [exported_namespace, own]),
    ).toEqual([[namespace, 'nvidia-gpu-operator']]);
    expect(busy[0]?.samples.length).toBe(24 * 120);
    expect(Math.max(...lastHour(busy[0]))).toBeGreaterThan(50);
    const idle = series('DCGM_FI_DEV_GPU_UTIL').filter(
      ({ labels: { exported_pod } }) => exported_pod === undefined,
    );
    expect(idle).toHaveLength(5 * 4 - 1);
    expect(idle.every((one) => Math.max(...lastHour(one)) === 0)).toBe(true);
  });

  it('takes less than three seconds', () => {
    expect(cpuMs).toBeLessThan(3000 * slower);
  });

  it('has the state of the cluster each 60 s', () => {
    const [gpus] = series('kube_node_status_allocatable', { node: 'gpu-l40s-0', resource: 'nvidia_com_gpu' });
    expect(gpus?.samples.length).toBe(24 * 60);
    expect(gpus?.samples.value(24 * 60 - 1)).toBe(4);
  });

  it('lets an autoscaler without a sync have wanted what its target had', () => {
    expect(series('kube_horizontalpodautoscaler_status_desired_replicas')[0]?.samples.value(0)).toBe(2);
  });

  it('has the very series that scraping then continues', async () => {
    const before = keys(store);
    const engines = await startEngines({ clock, client, loads: scenario.models });
    const state = await startKubeStateMetrics({ client });
    const exporter = await startDcgmExporter({ clock, client, room: engines.room });
    const scraped = new SeriesStore();
    const scraper = startScraper({
      clock,
      store: scraped,
      intervalSeconds: 1,
      targets: () => [...engines.targets(), ...exporter.targets(), state.target()],
    });
    realNow += 1000;
    // Starts the scrape whose time has come; it needs a moment for its requests.
    clock.setSpeed(1);
    const deadline = Date.now() + 5000;
    while (keys(scraped).length < before.length && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(keys(scraped)).toEqual(before);
    scraper.stop();
    await state.close();
    await exporter.close();
    await engines.close();
  });
});
