import type { Engine } from './engine';
import type { Histogram } from './histogram';
import type { MetricFamily } from './metricFamily';
import { histogramSamples } from './metricFamily';

/** Which names a vLLM has for what was renamed: those of its time, or the last ones. */
export type MetricNames = 'before 0.9' | 'before 0.11' | 'current';

/** The names of what was renamed. 0.9 and 0.10 have both of the KV cache (vllm/v1/metrics/loggers.py). */
const renamed: Readonly<Record<MetricNames, { kv: readonly string[]; betweenTokens: string }>> = {
  'before 0.9': { kv: ['gpu_cache_usage_perc'], betweenTokens: 'time_per_output_token_seconds' },
  'before 0.11': {
    kv: ['gpu_cache_usage_perc', 'kv_cache_usage_perc'],
    betweenTokens: 'time_per_output_token_seconds',
  },
  current: { kv: ['kv_cache_usage_perc'], betweenTokens: 'inter_token_latency_seconds' },
};

/** The families that nothing but Observe > Metrics reads: an hour of their history is enough. */
export const seldomRead: ReadonlySet<string> = new Set(
  [
    ...['request_prefill_time_seconds', 'request_decode_time_seconds', 'request_inference_time_seconds'],
    ...['request_time_per_output_token_seconds', 'request_prompt_tokens', 'request_generation_tokens'],
    ...[
      'iteration_tokens_total',
      'prefix_cache_queries_total',
      'prefix_cache_hits_total',
      'cache_config_info',
    ],
  ].map((name) => `vllm:${name}`),
);

/** What vLLM's V1 engine exposes on /metrics, as far as autoscaling and its graphs look at it. */
export function engineMetrics(
  engine: Engine,
  modelName: string,
  names: MetricNames = 'current',
): MetricFamily[] {
  const labels = { model_name: modelName, engine: '0' };
  const { stats, gauges } = engine;

  const single = (type: 'gauge' | 'counter', name: string, help: string, value: number): MetricFamily => ({
    name,
    type,
    help,
    samples: [{ name, labels, value }],
  });
  const histogram = (name: string, help: string, values: Histogram): MetricFamily => ({
    name,
    type: 'histogram',
    help,
    samples: histogramSamples(name, labels, values),
  });

  return [
    single('gauge', 'vllm:num_requests_running', 'Requests in the running batch.', gauges.running),
    single('gauge', 'vllm:num_requests_waiting', 'Requests waiting to be processed.', gauges.waiting),
    ...renamed[names].kv.map((name) =>
      single('gauge', `vllm:${name}`, 'Part of the KV cache in use. 1 means all of it.', engine.kvUsage),
    ),
    single('counter', 'vllm:num_preemptions_total', 'Requests sent back to the queue.', stats.preemptions),
    single('counter', 'vllm:prompt_tokens_total', 'Prompt tokens processed.', stats.promptTokens),
    single('counter', 'vllm:generation_tokens_total', 'Tokens generated.', stats.generationTokens),
    {
      name: 'vllm:request_success_total',
      type: 'counter',
      help: 'Requests that ended, by reason.',
      samples: Object.entries(stats.finished).map(([reason, value]) => ({
        name: 'vllm:request_success_total',
        labels: { ...labels, finished_reason: reason },
        value,
      })),
    },
    histogram('vllm:time_to_first_token_seconds', 'Time to first token.', stats.timeToFirstToken),
    histogram(`vllm:${renamed[names].betweenTokens}`, 'Time between two tokens.', stats.interTokenLatency),
    histogram('vllm:e2e_request_latency_seconds', 'Time from arrival to last token.', stats.requestLatency),
    histogram('vllm:request_queue_time_seconds', 'Time spent waiting.', stats.queueTime),
    histogram('vllm:request_prefill_time_seconds', 'Time spent in the prefill phase.', stats.prefillTime),
    histogram('vllm:request_decode_time_seconds', 'Time spent in the decode phase.', stats.decodeTime),
    histogram('vllm:request_inference_time_seconds', 'Time spent running.', stats.inferenceTime),
    histogram(
      'vllm:request_time_per_output_token_seconds',
      'Mean time between the tokens of a request.',
      stats.timePerOutputToken,
    ),
    histogram('vllm:request_prompt_tokens', 'Prompt tokens of a request.', stats.requestPromptTokens),
    histogram('vllm:request_generation_tokens', 'Tokens of an answer.', stats.requestGenerationTokens),
    histogram('vllm:iteration_tokens_total', 'Tokens of an engine step.', stats.iterationTokens),
    // Random prompts have nothing in common: what is looked up is never found.
    single('counter', 'vllm:prefix_cache_queries_total', 'Tokens looked up.', stats.promptTokens),
    single('counter', 'vllm:prefix_cache_hits_total', 'Tokens found in the cache.', 0),
    {
      name: 'vllm:cache_config_info',
      type: 'gauge',
      help: 'Information of the KV cache.',
      samples: [
        {
          name: 'vllm:cache_config_info',
          labels: {
            engine: '0',
            block_size: '16',
            num_gpu_blocks: String(Math.floor(engine.profile.kvTokens / 16)),
          },
          value: 1,
        },
      ],
    },
  ];
}
