import { vllmSelector, withEitherPrefix } from './vllm';
import type { ModelName } from './vllm';

/** Share of the KV cache in use, 0 to 1, of the fullest engine; vLLM 0.10 renamed the metric. */
export function kvCacheQuery(model: ModelName): string {
  return ['kv_cache_usage_perc', 'gpu_cache_usage_perc']
    .map((metric) => withEitherPrefix('max', metric, vllmSelector(model)))
    .join(' or ');
}

/** Tokens a second, all replicas together: those read from prompts, or those generated. */
export function tokenRateQuery(model: ModelName, kind: 'prompt' | 'generation', window: number): string {
  return withEitherPrefix(
    'sum',
    `${kind}_tokens_total`,
    `${vllmSelector(model)}[${window.toString()}s]`,
    'rate',
  );
}

/** Requests that ended, by engine and by vLLM's reason; a counter for each. */
export function finishedQuery(model: ModelName): string {
  return withEitherPrefix('sum by (pod, finished_reason) ', 'request_success_total', vllmSelector(model));
}
