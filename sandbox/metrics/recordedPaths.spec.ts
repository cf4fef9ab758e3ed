import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { createKubeClient } from '../client/kubeClient';
import { createClock } from '../clock';
import { startApiServer } from '../cluster/apiServer';
import { authorize, sandboxRules } from '../cluster/rbac';
import { allowedPath } from './consolePaths';
import { SeriesStore } from './seriesStore';
import { builtInMetrics } from './metricsBackend';
import { startThanos } from './thanos';

interface Step {
  name: string;
  user: 'admin' | 'editor';
  method: string;
  path: string;
  body?: string;
  answer: { code: number; contentType: string; body: unknown };
}

const file = path.join(__dirname, 'testdata/prometheus-paths.json');
const { steps } = JSON.parse(readFileSync(file, 'utf8')) as { steps: Step[] };
/** The time of the recording. */
const now = 1_795_460_795_429;
// The recording's editor is the user "developer".
const users = { admin: 'admin', editor: 'developer' };
const rules = sandboxRules(['demo']);

function filledStore(): SeriesStore {
  const store = new SeriesStore();
  const pods: [string, string, string, string, number][] = [
    ['demo', 'llama-predictor-1', 'llama-metrics', 'llama', 5],
    ['demo', 'llama-predictor-2', 'llama-metrics', 'llama', 2],
    ['other', 'x-1', 'x-metrics', 'x', 9],
  ];
  for (const [namespace, pod, service, model, waiting] of pods) {
    const labels = { namespace, pod, service, model_name: model, instance: 'exporter:9099', job: 'fake' };
    // The recording began 49 s before: its range query has no older points.
    for (let timeMs = now - 49_000; timeMs <= now; timeMs += 1000) {
      store.append({ __name__: 'vllm:num_requests_waiting', ...labels }, timeMs, waiting);
    }
  }
  return store;
}

/** Leaves out the evaluation time of instant queries. */
function withoutTimes(value: unknown): unknown {
  if (Array.isArray(value)) {
    const isPoint = value.length === 2 && typeof value[0] === 'number' && !Number.isInteger(value[0]);
    return isPoint ? ['<time>', value[1]] : value.map(withoutTimes);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutTimes(child)]));
}

describe('the metrics paths answer as a real console, kube-rbac-proxy, prom-label-proxy and Prometheus did', () => {
  const clock = createClock(1, () => now);
  let api: { url: string; close(): Promise<void> };
  let thanos: Awaited<ReturnType<typeof startThanos>>;

  beforeAll(async () => {
    const developers = (user: string) => rules(user === 'developer' ? 'editor' : user);
    api = await startApiServer({ clock, rules: developers });
    const client = createKubeClient(api.url, 'system:controller');
    thanos = await startThanos({ clock, answer: builtInMetrics(filledStore()).answer, client });
  });
  afterAll(async () => {
    clock.stop();
    await thanos.close();
    await api.close();
  });

  /** What the bridge does: 404 for paths that the console does not pass on. */
  async function ask(step: Pick<Step, 'user' | 'method' | 'path' | 'body'>): Promise<unknown> {
    const tenancy = step.path.startsWith('/api/prometheus-tenancy/');
    // The recording wrote whole seconds.
    const seconds = Math.floor(now / 1000);
    const target = step.path
      .replace(/^\/api\/prometheus(?:-tenancy)?/, '')
      .replace(/<now(?:-(\d+))?>/g, (_text, back?: string) => String(seconds - Number(back ?? 0)));
    if (!allowedPath(tenancy, target.split('?')[0] ?? '')) {
      return { code: 404, contentType: 'text/plain; charset=utf-8', body: 'not found' };
    }
    const response = await fetch((tenancy ? thanos.tenancyUrl : thanos.clusterUrl) + target, {
      method: step.method,
      headers: {
        Authorization: `Bearer ${users[step.user]}`,
        ...(step.body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
      },
      ...(step.body === undefined ? {} : { body: step.body }),
    });
    const contentType = response.headers.get('content-type') ?? '';
    const body = await response.text();
    return {
      code: response.status,
      contentType,
      body: contentType.startsWith('application/json') ? withoutTimes(JSON.parse(body)) : body,
    };
  }

  it.each(steps.map((step) => [step.name, step] as const))('%s', async (_name, step) => {
    expect(await ask(step)).toEqual({ ...step.answer, body: withoutTimes(step.answer.body) });
  });

  const plain = 'text/plain; charset=utf-8';
  const tenancy = '/api/prometheus-tenancy/api/v1';
  it.each([
    [
      'a subquery of another namespace',
      `${tenancy}/query?query=max_over_time(sum(vllm:num_requests_waiting)[1m:5s])&namespace=demo`,
      { result: [{ metric: {}, value: ['<time>', '7'] }] },
    ],
    [
      'a matcher that excludes the namespace',
      `${tenancy}/query?query=x{namespace!="demo"}&namespace=demo`,
      400,
    ],
    ['another regular expression', `${tenancy}/query?query=x{namespace=~"o.*"}&namespace=demo`, 400],
    ['label names', `${tenancy}/label/namespace/values?namespace=demo`, ['demo']],
    [
      'label values of a foreign match',
      `${tenancy}/label/pod/values?match[]={namespace="other"}&namespace=demo`,
      [],
    ],
  ])('the tenancy door also holds for %s', async (_name, target, expected) => {
    const answer = (await ask({ user: 'editor', method: 'GET', path: target })) as {
      code: number;
      body: { data?: unknown };
    };
    const data = answer.code === 200 ? answer.body.data : answer.code;
    expect(data).toEqual(
      typeof expected === 'object' && 'result' in expected ? { resultType: 'vector', ...expected } : expected,
    );
  });

  it.each([
    ['query=sum(', 'failed to parse query string: 1:5: parse error: unclosed left parenthesis'],
    ['query=sum(&time=never', 'failed to parse query string: 1:5: parse error: unclosed left parenthesis'],
  ])('the proxy of the tenancy door reads the query first: %s', async (parameters, error) => {
    const target = `${tenancy}/query?${parameters}&namespace=demo`;
    expect(await ask({ user: 'editor', method: 'GET', path: target })).toEqual({
      code: 400,
      contentType: 'application/json; charset=utf-8',
      body: { status: 'error', errorType: 'prom-label-proxy', error },
    });
  });

  it('the proxy of the tenancy door answers nothing to no query', async () => {
    const target = `${tenancy}/query?query=&namespace=demo`;
    expect(await ask({ user: 'editor', method: 'GET', path: target })).toEqual({
      code: 200,
      contentType: '',
      body: '',
    });
  });

  it('is closed without a token', async () => {
    const response = await fetch(`${thanos.clusterUrl}/api/v1/query?query=1`);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      401,
      plain,
      'Unauthorized\n',
    ]);
  });

  it('lets a service account of odh-model-controller read its own project', async () => {
    const ask9092 = async (namespace: string): Promise<number> => {
      const url = `${thanos.tenancyUrl}/api/v1/query?query=vector(1)&namespace=${namespace}`;
      const token = 'system:serviceaccount:demo:inference-prometheus-auth';
      return (await fetch(url, { headers: { Authorization: `Bearer ${token}` } })).status;
    };
    expect([await ask9092('demo'), await ask9092('other')]).toEqual([200, 403]);
    expect(
      authorize(rules('editor'), {
        verb: 'create',
        group: 'metrics.k8s.io',
        resource: 'pods',
        namespace: 'demo',
      }),
    ).toBe(false);
  });
});
