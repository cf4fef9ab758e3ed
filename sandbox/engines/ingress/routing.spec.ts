import type { InterceptorRoute } from './routing';
import { routeOfHttpScaledObject } from './counted';
import { countedFor, durationMs, modelOfService } from './routing';

const route = (name: string, hosts: string[], ...paths: string[]): InterceptorRoute => ({
  apiVersion: 'http.keda.sh/v1beta1',
  kind: 'InterceptorRoute',
  metadata: { name, namespace: 'a' },
  spec: {
    target: { service: `${name}-api` },
    rules: [{ hosts, paths: paths.map((value) => ({ value })) }],
    scalingMetric: { concurrency: { targetValue: 15 } },
  },
});
const routes = [
  route('llama', ['llama.example.com'], '/v1'),
  route('chat', ['llama.example.com'], '/v1/chat'),
  route('all', ['granite.example.com']),
];

it.each([
  ['llama.example.com', '/v1/models', 'llama'],
  ['LLAMA.example.com:8080', '/v1/chat/completions', 'chat'],
  ['llama.example.com', '/metrics', undefined],
  ['granite.example.com', '/metrics', 'all'],
  ['other.example.com', '/v1/models', undefined],
])('%s%s is of the InterceptorRoute %s', (host, path, name) => {
  const all = routes.map((one) => ({ route: one }));
  expect(countedFor(all, host, path)?.route.metadata.name).toBe(name);
});

it('reads an HTTPScaledObject as the kind that came after it', () => {
  const { spec } = routeOfHttpScaledObject({
    apiVersion: 'http.keda.sh/v1alpha1',
    kind: 'HTTPScaledObject',
    metadata: { name: 'llama-http', namespace: 'a' },
    spec: {
      hosts: ['llama.example.com'],
      pathPrefixes: ['/v1'],
      scaleTargetRef: { name: 'llama-predictor', service: 'llama-api', port: 8080 },
      scalingMetric: { concurrency: { targetValue: 15 } },
    },
  });
  expect(spec).toEqual({
    ...route('llama', ['llama.example.com'], '/v1').spec,
    timeouts: { readiness: '20s' },
  });
});

it.each([
  ['600s', 600_000],
  ['1m30s', 90_000],
  ['200ms', 200],
  ['1.5h', 5_400_000],
  ['soon', undefined],
  ['', undefined],
])('reads %s', (text, milliseconds) => {
  expect(durationMs(text)).toBe(milliseconds);
});

describe('the model behind a Service', () => {
  const service = (name: string, selector?: Record<string, string>) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'a' },
    spec: selector === undefined ? {} : { selector },
  });
  const labels = { app: 'isvc.llama-predictor', 'serving.kserve.io/inferenceservice': 'llama' };
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'llama-predictor', namespace: 'a' },
    spec: { replicas: 0, selector: {}, template: { metadata: { labels }, spec: { containers: [] } } },
  };
  const services = [service('llama-api', { app: 'isvc.llama-predictor' }), service('entry')];

  it.each([
    ['a', 'llama-api', { namespace: 'a', model: 'llama' }],
    ['a', 'entry', undefined],
    ['b', 'llama-api', undefined],
  ])('%s/%s is found also while no pod runs', (namespace, name, place) => {
    expect(modelOfService(namespace, name, services, [deployment])).toEqual(place);
  });
});
