import { latencyQueries } from './latency';
import { kvCacheQuery } from './engines';
import { vllmSelector, waitingQuery } from './vllm';
import { foundNamesQuery, namesFound, otherNamesQuery } from './vllmNames';

const model = { namespace: 'team-a', name: 'llama' };

it.each([
  ['vllm:num_requests_waiting', '(kserve_)?vllm[:_](num_requests_waiting)'],
  ['vllm_num_requests_waiting', '(kserve_)?vllm[:_](num_requests_waiting)'],
  ['kserve_vllm:gpu_cache_usage_perc', '(kserve_)?vllm[:_](kv_cache_usage_perc|gpu_cache_usage_perc)'],
  [
    'vllm:time_per_output_token_seconds_bucket',
    '(kserve_)?vllm[:_](inter_token_latency_seconds_bucket|time_per_output_token_seconds_bucket)',
  ],
])('asks for all names of %s', (metric, pattern) => {
  expect(otherNamesQuery(metric, 'service="a"')).toBe(
    `count by (__name__) ({__name__=~"${pattern}",service="a"})`,
  );
});

it('asks for no other name of a metric that is not vLLM’s', () => {
  expect(otherNamesQuery('tgi_queue_size', 'service="a"')).toBeUndefined();
});

it.each([
  ['each prefix', waitingQuery(model), ['vllm:num_requests_waiting', 'kserve_vllm:num_requests_waiting']],
  [
    'old names, too',
    kvCacheQuery(model),
    [
      'vllm:kv_cache_usage_perc',
      'kserve_vllm:kv_cache_usage_perc',
      'vllm:gpu_cache_usage_perc',
      'kserve_vllm:gpu_cache_usage_perc',
    ],
  ],
  [
    'each name once',
    latencyQueries(model, 'ttft', 15)
      .map(([, query]) => query)
      .join(),
    ['vllm:time_to_first_token_seconds_bucket', 'kserve_vllm:time_to_first_token_seconds_bucket'],
  ],
])('asks which of the names in a query there are: %s', (_case, query, names) => {
  expect(foundNamesQuery([query], vllmSelector(model))).toBe(
    `count by (__name__) ({__name__=~"${names.join('|')}",namespace="team-a",service="llama-metrics"})`,
  );
});

it('asks nothing where a query names no metric of vLLM, or one only', () => {
  expect(foundNamesQuery(['max(kube_x{a="b"})', 'sum(vllm:x{a="b"})'], vllmSelector(model))).toBeUndefined();
});

it('reads the names of an answer', () => {
  expect(namesFound([{ labels: { __name__: 'b' } }, { labels: {} }, { labels: { __name__: 'a' } }])).toEqual([
    'a',
    'b',
  ]);
});
