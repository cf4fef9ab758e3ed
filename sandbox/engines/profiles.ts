/**
 * How fast a model runs on a GPU. A step of the engine takes
 * `baseMs + perDecodeMs x decodes + perPrefillTokenMs x prefill tokens + perKvTokenMs x KV tokens` milliseconds.
 */
export interface EngineProfile {
  title: string;
  /** Where the numbers come from; `assumed` ones are nobody's measurement. */
  basis: 'fitted' | 'published' | 'assumed';
  source: string;
  baseMs: number;
  perDecodeMs: number;
  perPrefillTokenMs: number;
  perKvTokenMs: number;
  /** Tokens that fit into the KV cache: memory left after the weights / bytes a token. */
  kvTokens: number;
  /** vLLM's max_num_batched_tokens: tokens of one step, prefill chunks included. */
  batchedTokens: number;
}

/** The profile of pods that name none, such as those of a model that somebody adds by hand. */
export const defaultProfile = 'llama-3.1-8b-l40s';

const profiles: Readonly<Record<string, EngineProfile>> = {
  'llama-3.2-3b-l40': {
    title: 'Llama 3.2 3B on L40',
    basis: 'fitted',
    source: 'Fit on the load test in the README of rh-aiservices-bu/dynamic-model-autoscaling',
    baseMs: 9,
    perDecodeMs: 0.12,
    perPrefillTokenMs: 0.1,
    perKvTokenMs: 0,
    kvTokens: 260_000,
    batchedTokens: 2048,
  },
  'llama-3.1-8b-h100': {
    title: 'Llama 3.1 8B on an H100-class GPU',
    basis: 'published',
    source:
      'Decode: llm-d workload-variant-autoscaler, docs/tutorials/parameter-estimation.md. Prefill and KV tokens are assumed',
    baseMs: 6.97,
    perDecodeMs: 0.027,
    perPrefillTokenMs: 0.03,
    perKvTokenMs: 0,
    kvTokens: 427_000,
    batchedTokens: 2048,
  },
  'llama-3.1-8b-l40s': {
    title: 'Llama 3.1 8B on L40S',
    basis: 'published',
    source:
      'Decode: sample values of the Helm chart of llm-d workload-variant-autoscaler. Prefill and KV tokens are assumed',
    baseMs: 22.6,
    perDecodeMs: 0.181,
    perPrefillTokenMs: 0.1,
    perKvTokenMs: 0,
    kvTokens: 207_000,
    batchedTokens: 2048,
  },
  'granite-3.3-8b-l40s': {
    title: 'Granite 3.3 8B on L40S (assumed)',
    basis: 'assumed',
    source:
      'As Llama 3.1 8B, which has the same number of KV heads; 40 layers make a token of KV cache larger',
    baseMs: 22.6,
    perDecodeMs: 0.181,
    perPrefillTokenMs: 0.1,
    perKvTokenMs: 0,
    kvTokens: 165_000,
    batchedTokens: 2048,
  },
  'mistral-7b-l40s': {
    title: 'Mistral 7B on L40S (assumed)',
    basis: 'assumed',
    source: 'Linear layers of Llama 2 7B on A40 in the profiles of microsoft/vidur, attention guessed',
    baseMs: 24,
    perDecodeMs: 0.05,
    perPrefillTokenMs: 0.1,
    perKvTokenMs: 0.00005,
    kvTokens: 220_000,
    batchedTokens: 2048,
  },
  'qwen-2.5-7b-l40s': {
    title: 'Qwen 2.5 7B on L40S (assumed)',
    basis: 'assumed',
    source: 'As Llama 3.1 8B; 4 KV heads make a token of KV cache smaller',
    baseMs: 21,
    perDecodeMs: 0.17,
    perPrefillTokenMs: 0.1,
    perKvTokenMs: 0,
    kvTokens: 480_000,
    batchedTokens: 2048,
  },
};

/** The names that a scenario may use. */
export const profileNames: readonly string[] = Object.keys(profiles);

/** The profile of this name; throws an Error that lists the known ones. */
export function profileOf(name: string): EngineProfile {
  const profile = profiles[name];
  if (profile === undefined) {
    throw new Error(`There is no engine profile "${name}", only ${profileNames.join(', ')}.`);
  }
  return profile;
}
