import type { Job } from '../resources/job';
import { known } from '../resources/known';
import type { LoadStep } from './loadPlan';

/** What GuideLLM's flags say. */
export interface SentLoad {
  steps: readonly LoadStep[];
  promptTokens?: number;
  outputTokens?: number;
}

/** The JSON object behind a flag; undefined when there is none, or it is no object. */
function jsonAfter(args: readonly string[], flag: string): object | undefined {
  const place = args.indexOf(flag);
  try {
    const value: unknown = place < 0 ? undefined : JSON.parse(args[place + 1] ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function numberAt(object: object | undefined, key: string): number | undefined {
  const value: unknown = object && Reflect.get(object, key);
  return typeof value === 'number' ? value : undefined;
}

/** A number, or a list of them, as a list. */
function numbersAt(object: object | undefined, key: string): number[] {
  const value: unknown = object && Reflect.get(object, key);
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((each) => typeof each === 'number');
}

function stepsFrom(args: readonly string[]): LoadStep[] {
  const profile = jsonAfter(args, '--profile');
  const seconds = numbersAt(jsonAfter(args, '--constraint'), 'seconds');
  const rates = numbersAt(profile, 'rate');
  // The last duration counts for all steps that have none of their own.
  const count = Math.max(rates.length, numberAt(profile, 'sweep_size') ?? 0);
  const lengths = Array.from({ length: count }, (_, index) => seconds[index] ?? seconds.at(-1));
  return lengths.flatMap((length, index) =>
    length === undefined ? [] : [known({ rate: rates[index], seconds: length })],
  );
}

/** The load that a Job's GuideLLM was told to send; undefined when its flags cannot be read. */
export function sentLoadOf(job: Job): SentLoad | undefined {
  const container = job.spec.template.spec.containers.find(({ name }) => name === 'guidellm');
  const args = container?.args ?? [];
  const steps = stepsFrom(args);
  if (steps.length === 0) return undefined;
  const data = jsonAfter(args, '--data');
  return known({
    steps,
    promptTokens: numberAt(data, 'prompt_tokens'),
    outputTokens: numberAt(data, 'output_tokens'),
  });
}
