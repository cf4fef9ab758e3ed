import { Engine } from './engine';
import type { MetricNames } from './engineMetrics';
import { engineMetrics } from './engineMetrics';
import { textOf } from './metricFamily';
import { profileOf } from './profiles';

function text(names?: MetricNames): string {
  const engine = new Engine(profileOf('llama-3.2-3b-l40'), 1);
  for (let number = 0; number < 3; number += 1) {
    engine.submit({ arrivedAt: 0, promptTokens: 100, outputTokens: 50, limited: number === 0 }, 0);
  }
  engine.advance(800);
  return textOf(engineMetrics(engine, 'llama "quoted"', names));
}

describe('engineMetrics as text', () => {
  const lines = text().split('\n');
  const labels = String.raw`model_name="llama \"quoted\"",engine="0"`;

  it.each([
    `vllm:num_requests_running{${labels}} 1`,
    `vllm:num_requests_waiting{${labels}} 1`,
    `vllm:num_preemptions_total{${labels}} 0`,
    `vllm:request_success_total{${labels},finished_reason="stop"} 0`,
    `vllm:request_success_total{${labels},finished_reason="length"} 1`,
    `vllm:request_success_total{${labels},finished_reason="abort"} 0`,
    `vllm:request_success_total{${labels},finished_reason="error"} 0`,
    `vllm:prompt_tokens_total{${labels}} 200`,
    `vllm:time_to_first_token_seconds_bucket{${labels},le="0.01"} 0`,
    `vllm:time_to_first_token_seconds_bucket{${labels},le="1.0"} 2`,
    `vllm:time_to_first_token_seconds_bucket{${labels},le="2560.0"} 2`,
    `vllm:time_to_first_token_seconds_bucket{${labels},le="+Inf"} 2`,
    `vllm:time_to_first_token_seconds_count{${labels}} 2`,
    `vllm:e2e_request_latency_seconds_bucket{${labels},le="0.3"} 0`,
    `vllm:e2e_request_latency_seconds_count{${labels}} 1`,
    `vllm:request_queue_time_seconds_count{${labels}} 2`,
    `vllm:request_prefill_time_seconds_count{${labels}} 1`,
    `vllm:request_decode_time_seconds_bucket{${labels},le="0.3"} 0`,
    `vllm:request_inference_time_seconds_bucket{${labels},le="0.8"} 1`,
    `vllm:request_time_per_output_token_seconds_bucket{${labels},le="0.01"} 1`,
    `vllm:request_prompt_tokens_bucket{${labels},le="50.0"} 0`,
    `vllm:request_prompt_tokens_bucket{${labels},le="100.0"} 2`,
    `vllm:request_generation_tokens_sum{${labels}} 50`,
    `vllm:prefix_cache_queries_total{${labels}} 200`,
    'vllm:cache_config_info{engine="0",block_size="16",num_gpu_blocks="16250"} 1',
    '# TYPE vllm:inter_token_latency_seconds histogram',
    '# TYPE vllm:kv_cache_usage_perc gauge',
    '# TYPE vllm:generation_tokens_total counter',
  ])('has the line %s', (line) => {
    expect(lines).toContain(line);
  });

  it('counts the tokens of all steps', () => {
    const sum = lines.find((line) => line.startsWith('vllm:iteration_tokens_total_sum'));
    const generated = lines.find((line) => line.startsWith('vllm:generation_tokens_total'));
    // The first token of each of two answers comes with its prompt's.
    expect(Number(sum?.split(' ').at(-1))).toBe(200 + Number(generated?.split(' ').at(-1)) - 2);
  });

  it('has only comments and samples, and ends in a line feed', () => {
    expect(lines.pop()).toBe('');
    const sample = /^[a-z0-9_:]+\{([a-z_]+="([^"\\]|\\.)*",?)+\} [0-9.e+-]+$/;
    expect(lines.filter((line) => !line.startsWith('# ') && !sample.test(line))).toEqual([]);
  });
});

it.each<[MetricNames, string[]]>([
  ['before 0.9', ['gpu_cache_usage_perc', 'time_per_output_token_seconds']],
  ['before 0.11', ['gpu_cache_usage_perc', 'kv_cache_usage_perc', 'time_per_output_token_seconds']],
  ['current', ['kv_cache_usage_perc', 'inter_token_latency_seconds']],
])('has of what was renamed, %s, %j', (names, expected) => {
  const families = [...text(names).matchAll(/^# TYPE vllm:(\S+)/gm)].map(([, name]) => String(name));
  const renamed = /cache_usage|^time_per_output|inter_token/;
  expect(families.filter((name) => renamed.test(name))).toEqual(expected);
});
