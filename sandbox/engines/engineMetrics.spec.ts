import { Engine } from './engine';
import { engineMetrics } from './engineMetrics';
import { textOf } from './metricFamily';
import { profileOf } from './profiles';

function text(): string {
  const engine = new Engine(profileOf('llama-3.2-3b-l40'), 1);
  for (let number = 0; number < 3; number += 1) {
    engine.submit({ arrivedAt: 0, promptTokens: 100, outputTokens: 50, limited: number === 0 }, 0);
  }
  engine.advance(800);
  return textOf(engineMetrics(engine, 'llama "quoted"'));
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
    '# TYPE vllm:inter_token_latency_seconds histogram',
    '# TYPE vllm:kv_cache_usage_perc gauge',
    '# TYPE vllm:generation_tokens_total counter',
  ])('has the line %s', (line) => {
    expect(lines).toContain(line);
  });

  it('has only comments and samples, and ends in a line feed', () => {
    expect(lines.pop()).toBe('');
    const sample = /^[a-z0-9_:]+\{([a-z_]+="([^"\\]|\\.)*",?)+\} [0-9.e+-]+$/;
    expect(lines.filter((line) => !line.startsWith('# ') && !sample.test(line))).toEqual([]);
  });
});
