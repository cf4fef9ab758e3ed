import type { MetricFamily } from './metricFamily';
import { metricNamesOf, renamed } from './metricNames';

const family = (name: string, ...endings: string[]): MetricFamily => ({
  name,
  type: 'histogram',
  help: 'x',
  samples: endings.map((ending) => ({ name: name + ending, labels: { engine: '0' }, value: 1 })),
});
const engine = [
  family('vllm:num_requests_waiting', ''),
  family('vllm:kv_cache_usage_perc', ''),
  family('vllm:inter_token_latency_seconds', '_bucket', '_count'),
];
const samplesOf = (families: readonly MetricFamily[]): string[] =>
  families.flatMap(({ samples }) => samples.map(({ name }) => name));

it.each([
  [
    'vllm-0.9',
    [
      'vllm:num_requests_waiting',
      'vllm:gpu_cache_usage_perc',
      'vllm:time_per_output_token_seconds_bucket',
      'vllm:time_per_output_token_seconds_count',
    ],
  ],
  [
    'kserve',
    [
      'kserve_vllm:num_requests_waiting',
      'kserve_vllm:kv_cache_usage_perc',
      'kserve_vllm:inter_token_latency_seconds_bucket',
      'kserve_vllm:inter_token_latency_seconds_count',
    ],
  ],
] as const)('names the metrics as %s does', (names, expected) => {
  expect(samplesOf(renamed(engine, names))).toEqual(expected);
  expect(renamed(engine, names)[0]?.name).toBe(expected[0]);
  expect(renamed(engine, names)[0]?.samples[0]?.labels).toEqual({ engine: '0' });
});

it('knows its own names only', () => {
  expect([metricNamesOf('kserve'), metricNamesOf('vllm-9'), metricNamesOf(undefined)]).toEqual([
    'kserve',
    undefined,
    undefined,
  ]);
});
