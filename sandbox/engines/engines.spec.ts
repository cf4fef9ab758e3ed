import { podKind } from '../../src/resources/kinds';
import type { Pod } from '../../src/resources/pod';
import { createKubeClient } from '../client/kubeClient';
import type { KubeClient } from '../client/kubeClient';
import type { Clock } from '../clock';
import { createClock } from '../clock';
import { startApiServer } from '../cluster/apiServer';
import { namespaceKind, serviceKind } from '../controllers/kinds';
import { parseExposition } from '../metrics/exposition';
import type { Engines } from './engines';
import { startEngines } from './engines';
import { startKubeStateMetrics } from './kubeStateMetrics';
import type { ModelLoad } from './modelLoad';
import type { Service } from './podTargets';

const namespace = 'chat';
const model = { 'serving.kserve.io/inferenceservice': 'llama' };
const loads: ModelLoad[] = [
  {
    namespace,
    name: 'llama',
    traffic: {
      promptTokens: { mean: 200, deviation: 50, min: 20, max: 400 },
      outputTokens: { mean: 100, deviation: 30, min: 20, max: 200 },
      baseline: { requestsPerSecond: 3, swing: 0, periodSeconds: 600 },
      load: { unit: 'clients', stages: [{ seconds: 0, target: 40 }] },
    },
  },
];
const service: Service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'llama-metrics', namespace },
  spec: { selector: model, ports: [{ name: 'llama-metrics', port: 8080 }] },
};

const podNamed = (name: string, profile: string): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace, labels: model },
  spec: {
    containers: [
      {
        name: 'kserve-container',
        image: 'vllm',
        args: ['--max-num-seqs=20', '--served-model-name=llama'],
        env: [{ name: 'SANDBOX_PROFILE', value: profile }],
      },
    ],
  },
});

/** Polls in real time: informers need a moment. */
async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('it did not happen in 5 s');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('startEngines on a cluster', () => {
  let realNow = Date.UTC(2026, 0, 1);
  let clock: Clock;
  let server: Awaited<ReturnType<typeof startApiServer>>;
  let client: KubeClient;
  let engines: Engines;

  async function serve(name: string, profile = 'llama-3.2-3b-l40'): Promise<void> {
    await client.create(podKind, podNamed(name, profile));
    const status = { phase: 'Running', podIP: '10.128.0.5', conditions: [{ type: 'Ready', status: 'True' }] };
    await client.mergePatch(podKind, { namespace, name }, { status }, 'status');
  }

  const scrape = (name: string): Promise<Response> => fetch(`${engines.url}/${namespace}/${name}/metrics`);

  async function value(name: string, metric: string): Promise<number | undefined> {
    const page = await (await scrape(name)).text();
    return parseExposition(page).find(({ labels }) => labels.__name__ === metric)?.value;
  }

  beforeEach(async () => {
    // The clock stands still but for what a test lets pass.
    clock = createClock(1, () => realNow);
    server = await startApiServer({ clock });
    client = createKubeClient(server.url, 'system:controller');
    await client.create(namespaceKind, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    });
    await client.create(serviceKind, service);
    await serve('llama-a');
    engines = await startEngines({ clock, client, loads });
  });
  afterEach(async () => {
    await engines.close();
    clock.stop();
    await server.close();
  });

  it('serves the metrics of pods that were ready before, with the served name', async () => {
    realNow += 60_000;
    const page = await (await scrape('llama-a')).text();
    expect(page).toContain('vllm:num_requests_waiting{model_name="llama",engine="0"} 0\n');
    expect(await value('llama-a', 'vllm:generation_tokens_total')).toBeGreaterThan(10_000);
  });

  it('answers 503 for a pod that is not ready, 500 for one with an unknown profile, 404 elsewhere', async () => {
    await client.create(podKind, podNamed('llama-b', 'llama-3.2-3b-l40'));
    await serve('llama-c', 'nonsense');
    await until(async () => (await scrape('llama-c')).status === 500);
    expect((await scrape('llama-b')).status).toBe(503);
    expect(await (await scrape('llama-c')).text()).toContain('no engine profile "nonsense"');
    expect((await fetch(`${engines.url}/metrics`)).status).toBe(404);
  });

  it('makes requests wait while the load is on, and fewer once a second pod is ready', async () => {
    engines.setLoad(true);
    realNow += 20_000;
    expect(engines.load).toBe(true);
    expect(await value('llama-a', 'vllm:num_requests_waiting')).toBeGreaterThan(15);
    await serve('llama-b');
    await until(async () => (await scrape('llama-b')).ok);
    realNow += 60_000;
    expect(await value('llama-a', 'vllm:num_requests_waiting')).toBeLessThan(10);
    expect(await value('llama-b', 'vllm:num_requests_running')).toBeGreaterThan(10);
    engines.setLoad(false);
    realNow += 30_000;
    expect(await value('llama-a', 'vllm:num_requests_waiting')).toBe(0);
  });

  describe('takes OpenAI-style requests', () => {
    const ask = (path: string, body: unknown): Promise<Response> =>
      fetch(`${engines.url}/${namespace}/${path}`, { method: 'POST', body: JSON.stringify(body) });
    const question = { model: 'llama', messages: [{ role: 'user', content: 'Why?' }], max_tokens: 20 };

    beforeEach(async () => {
      await client.create(serviceKind, { ...service, metadata: { name: 'llama-predictor', namespace } });
      await until(async () => (await ask('llama/v1/completions', { model: 'other' })).status === 404);
    });

    it('and answers when the engine has generated, and counts it as the model does', async () => {
      const before = (await value('llama-a', 'vllm:generation_tokens_total')) ?? NaN;
      let code: number | undefined;
      const answer = ask('llama/v1/chat/completions', question).then((response) => {
        code = response.status;
        return response;
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      // Time stands still: nobody has generated anything.
      expect(code).toBeUndefined();
      realNow += 5000;
      expect(await value('llama-a', 'vllm:generation_tokens_total')).toBeGreaterThanOrEqual(before + 20);
      const body = (await (await answer).json()) as { usage: unknown; choices: unknown };
      expect(body).toMatchObject({
        object: 'chat.completion',
        model: 'llama',
        usage: { completion_tokens: 20 },
        choices: [{ finish_reason: 'length', message: { role: 'assistant' } }],
      });
    });

    it('and refuses what is no JSON, and a model without replicas', async () => {
      const url = `${engines.url}/${namespace}/llama/v1/completions`;
      expect((await fetch(url, { method: 'POST', body: '{' })).status).toBe(400);
      expect((await ask('nobody/v1/completions', question)).status).toBe(503);
    });

    it('and cuts those that a pod takes with it', async () => {
      const answer = ask('llama/v1/completions', { ...question, max_tokens: 100_000 });
      await new Promise((resolve) => setTimeout(resolve, 200));
      realNow += 2000;
      await scrape('llama-a');
      await client.remove(podKind, namespace, 'llama-a');
      expect((await answer).status).toBe(503);
    });
  });

  it('stops scraping and serving a pod that is gone', async () => {
    expect(engines.targets().map(({ labels }) => labels.pod)).toEqual(['llama-a']);
    await client.remove(podKind, namespace, 'llama-a');
    await until(async () => (await scrape('llama-a')).status === 503);
    expect(engines.targets()).toEqual([]);
  });

  it('shows the same pods through kube-state-metrics', async () => {
    const state = await startKubeStateMetrics({ client });
    const page = await (await fetch(state.target().url)).text();
    const phases = parseExposition(page).filter(({ labels }) => labels.__name__ === 'kube_pod_status_phase');
    expect(phases).toHaveLength(5);
    expect(phases.find(({ labels }) => labels.phase === 'Running')?.value).toBe(1);
    expect(state.target().honorLabels).toBe(true);
    expect((await fetch(`${state.url}/else`)).status).toBe(404);
    await state.close();
  });
});
