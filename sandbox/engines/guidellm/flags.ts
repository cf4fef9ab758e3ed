/** A part of a run: a fixed rate, one request at a time, or as many at once as there may be. */
export type Step =
  | { kind: 'constant'; rate: number; seconds: number }
  | { kind: 'synchronous' | 'throughput'; seconds: number }
  /** A rate between those that the first two steps of a sweep reached; `share` from 0 to 1. */
  | { kind: 'between'; share: number; seconds: number };

/** What GuideLLM was told to do. */
export interface Run {
  target: string;
  model: string;
  steps: readonly Step[];
  promptTokens: number;
  outputTokens: number;
}

/** Throws an Error in the way of GuideLLM's command line. */
function valueOf(args: readonly string[], flag: string): Record<string, unknown> {
  const place = args.indexOf(flag);
  const text = args[place + 1];
  if (place < 0 || text === undefined) throw new Error(`Error: Missing option '${flag}'.`);
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    throw new Error(`Error: Invalid value for '${flag}': ${text}`, { cause: error });
  }
}

function numbers(value: unknown): number[] {
  return (Array.isArray(value) ? value : [value]).map(Number).filter((each) => Number.isFinite(each));
}

function sweepOf(size: number, lengthOf: (index: number) => number): Step[] {
  return Array.from({ length: size }, (_, index): Step => {
    const seconds = lengthOf(index);
    if (index === 0) return { kind: 'synchronous', seconds };
    if (index === 1) return { kind: 'throughput', seconds };
    return { kind: 'between', share: (index - 1) / Math.max(1, size - 1), seconds };
  });
}

function stepsOf(args: readonly string[]): Step[] {
  const profile = valueOf(args, '--profile');
  const lengths = numbers(valueOf(args, '--constraint').seconds);
  const last = lengths.at(-1);
  if (last === undefined) throw new Error('Error: the constraint max_duration needs seconds.');
  const lengthOf = (index: number): number => lengths[index] ?? last;
  if (profile.kind === 'sweep') return sweepOf(Number(profile.sweep_size ?? 10), lengthOf);
  if (profile.kind === 'constant') {
    return numbers(profile.rate).map((rate, index) => ({ kind: 'constant', rate, seconds: lengthOf(index) }));
  }
  throw new Error(`Error: the profile ${String(profile.kind)} is not known here.`);
}

/** Reads the flags of GuideLLM 0.7 as the chart load-test gives them. Throws an Error with what is wrong. */
export function readFlags(args: readonly string[]): Run {
  if (args[0] !== 'run') throw new Error(`Error: No such command '${args[0] ?? ''}'.`);
  const backend = valueOf(args, '--backend');
  const data = valueOf(args, '--data');
  return {
    target: String(backend.target),
    model: String(backend.model),
    steps: stepsOf(args),
    promptTokens: Number(data.prompt_tokens),
    outputTokens: Number(data.output_tokens),
  };
}
