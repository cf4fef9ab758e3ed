import type { LoadPlan, LoadStep } from './loadPlan';
import { stepsOf } from './loadPlan';

type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** A tokenizer on Hugging Face that needs no login: it only counts the tokens of made-up prompts. */
const publicTokenizer = 'openai-community/gpt2';
/** Where the init container puts the model's own. */
export const tokenizerFolder = '/tokenizer';
/** The Secret's value as Kubernetes puts it into an argument. */
const apiKey = '$(API_KEY)';

/** JSON with its keys in the order of the alphabet, as Helm's toJson writes it. */
function sortedJson(value: Json): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(sortedJson).join(',')}]`;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${sortedJson(member)}`).join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function backendOf({ target, model, apiKeySecret }: LoadPlan): Json {
  return {
    kind: 'openai_http',
    target,
    model,
    verify: true,
    // The first look at the server: open where only /v1 is routed, and it wakes a sleeping model.
    api_routes: { '/health': 'v1/models' },
    ...(apiKeySecret === undefined ? {} : { api_key: apiKey }),
  };
}

function profileOf({ profile }: LoadPlan, steps: readonly LoadStep[]): Json {
  return profile === 'sweep'
    ? { kind: 'sweep', sweep_size: steps.length }
    : { kind: 'constant', rate: steps.map(({ rate = 0 }) => rate) };
}

/** One number for all steps where they are equally long. */
function constraintOf({ profile, durationSeconds }: LoadPlan, steps: readonly LoadStep[]): Json {
  const seconds = profile === 'burst' ? steps.map((step) => step.seconds) : durationSeconds;
  return { kind: 'max_duration', seconds };
}

function outputsOf({ resultsClaim }: LoadPlan, run: string): string[] {
  const kinds = resultsClaim === undefined ? [] : ['json', 'csv'];
  const files = kinds.flatMap((kind) => ['--output', `kind=${kind},path=/results/${run}/benchmarks.${kind}`]);
  return ['--output', 'kind=console', ...files];
}

/** GuideLLM's flags (0.7) for a plan; `run` is the name of the Job, which its result files carry. */
export function guidellmFlags(plan: LoadPlan, run: string): string[] {
  const steps = stepsOf(plan);
  const tokens = { prompt_tokens: plan.promptTokens, output_tokens: plan.outputTokens };
  const tokenizer = plan.tokenizerImage === undefined ? publicTokenizer : tokenizerFolder;
  const flags: readonly (readonly [string, Json])[] = [
    ['--backend', backendOf(plan)],
    ['--profile', profileOf(plan, steps)],
    ['--constraint', constraintOf(plan, steps)],
    ['--data', { kind: 'synthetic_text', ...tokens }],
    ['--tokenizer', { kind: 'huggingface_auto', model: tokenizer }],
    // Latencies and counts of every request are kept; the texts are not.
    ['--metrics', { kind: 'generative', sample_size: 0 }],
  ];
  return [
    'run',
    ...flags.flatMap(([flag, value]) => [flag, sortedJson(value)]),
    '--disable-console-interactive',
    ...outputsOf(plan, run),
  ];
}
