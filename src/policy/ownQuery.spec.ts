import { kindOfQuery, ownQuery } from './ownQuery';

const model = { namespace: 'team-a', name: 'llama' };
const own = '{namespace="team-a",service="llama-metrics"}';

it.each(['waiting', 'waitingAndRunning', 'kvCache'] as const)('knows its own query again: %s', (kind) => {
  expect(kindOfQuery(ownQuery(kind, model), model)).toBe(kind);
});

it.each([
  ['sum( vllm:num_requests_waiting{ service="llama-metrics", namespace="team-a" } )', 'waiting'],
  [`sum(vllm:num_requests_running${own}) + sum(vllm:num_requests_waiting${own})`, 'waitingAndRunning'],
  ['sum(vllm:num_requests_waiting{service="llama-metrics"})', 'waiting'],
  [`sum(vllm:gpu_cache_usage_perc${own})`, 'kvCache'],
  [`sum(vllm:num_requests_running${own})`, undefined],
  [`vllm:num_requests_waiting${own}`, undefined],
  [`max(vllm:kv_cache_usage_perc${own})`, undefined],
  ['sum(vllm:num_requests_waiting{service="other-metrics"})', undefined],
  ['sum(vllm:num_requests_waiting{service="llama-metrics",pod="a"})', undefined],
  ['sum(vllm:num_requests_waiting{model_name="llama"})', undefined],
  ['', undefined],
])('takes %s for %s', (query, kind) => {
  expect(kindOfQuery(query, model)).toBe(kind);
});
