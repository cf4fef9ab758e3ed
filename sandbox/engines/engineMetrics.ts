import type { Engine } from './engine';
import type { Histogram } from './histogram';
import type { MetricFamily } from './metricFamily';
import { histogramSamples } from './metricFamily';

/** What vLLM's V1 engine exposes on /metrics, as far as autoscaling and its graphs look at it. */
export function engineMetrics(engine: Engine, modelName: string): MetricFamily[] {
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
    single(
      'gauge',
      'vllm:kv_cache_usage_perc',
      'Part of the KV cache in use. 1 means all of it.',
      engine.kvUsage,
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
    histogram('vllm:inter_token_latency_seconds', 'Time between two tokens.', stats.interTokenLatency),
    histogram('vllm:e2e_request_latency_seconds', 'Time from arrival to last token.', stats.requestLatency),
    histogram('vllm:request_queue_time_seconds', 'Time spent waiting.', stats.queueTime),
  ];
}
