import { kvCacheQuery, tokenRateQuery } from './engines';
import { fleetRunningQuery, fleetWaitingQuery, modelKeyOf, runningQuery, waitingQuery } from './vllm';

const model = { namespace: 'team-a', name: 'llama' };

it.each([
  ['waiting', waitingQuery(model)],
  ['running', runningQuery(model)],
])('sums the %s requests of one model by namespace and service', (which, query) => {
  const matchers = '{namespace="team-a",service="llama-metrics"}';
  expect(query).toBe(
    `sum(vllm:num_requests_${which}${matchers}) or sum(kserve_vllm:num_requests_${which}${matchers})`,
  );
});

it('asks for all models, or those of one project, in one query', () => {
  expect(fleetWaitingQuery()).toContain(
    'sum by (namespace, service) (vllm:num_requests_waiting{service=~".+-metrics"}) or ',
  );
  expect(fleetRunningQuery('team-a')).toContain(
    'sum by (namespace, service) (kserve_vllm:num_requests_running{namespace="team-a",service=~".+-metrics"})',
  );
});

it.each([
  [{ namespace: 'team-a', service: 'llama-metrics' }, 'team-a/llama'],
  [{ namespace: 'team-a', service: 'a-metrics-metrics' }, 'team-a/a-metrics'],
  [{ namespace: 'team-a', service: 'llama' }, undefined],
  [{ namespace: 'team-a' }, undefined],
  [{ service: 'llama-metrics' }, undefined],
])('finds the model of %j', (labels, key) => {
  expect(modelKeyOf(labels)).toBe(key);
});

it('knows the old name of the KV cache, and both prefixes', () => {
  const names = [...kvCacheQuery(model).matchAll(/max\(([\w:]+)/g)].map(([, name]) => name);
  expect(names).toEqual([
    'vllm:kv_cache_usage_perc',
    'kserve_vllm:kv_cache_usage_perc',
    'vllm:gpu_cache_usage_perc',
    'kserve_vllm:gpu_cache_usage_perc',
  ]);
});

it('sums the rates of the engines’ token counters', () => {
  expect(tokenRateQuery(model, 'generation', 300)).toContain(
    'sum(rate(vllm:generation_tokens_total{namespace="team-a",service="llama-metrics"}[300s])) or ',
  );
});

it('asks for some of the models only, whose names match nothing else', () => {
  expect(fleetWaitingQuery(undefined, ['llama-3.2', 'phi'])).toContain(
    String.raw`{service=~"(llama-3\\.2|phi)-metrics"}`,
  );
});
