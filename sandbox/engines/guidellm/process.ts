import type { Pod } from '../../../src/resources/pod';
import type { Visit } from '../engineRoom';
import type { Run } from './flags';
import { readFlags } from './flags';
import { RunSource } from './runSource';

/** How a process ended; with an error, its last words. */
export interface Exit {
  code: number;
  message?: string;
}

const container = 'guidellm';
/** From the start of the container to the first request: tokenizer, prompts, the first look at the server. */
const prepareMs = 8000;
/** GuideLLM gives up on a server that does not answer its first look. */
const validationMs = 30_000;

/** Whether a pod runs GuideLLM, as its image says, and is at it now. */
export function runsGuidellm({ metadata, spec, status }: Pod): boolean {
  return (
    metadata.deletionTimestamp === undefined &&
    status?.phase === 'Running' &&
    spec.containers.some(({ name, image = '' }) => name === container && image.includes('/guidellm:'))
  );
}

/** GuideLLM in one pod: looks for the model, sends its requests, and ends. */
export class GuidellmProcess {
  #run: Run | undefined;
  #exit: Exit | undefined;
  #visit: Visit | undefined;
  #source: RunSource | undefined;

  /** `lookUp` finds who answers at a URL now; `startedAt` in simulated milliseconds. */
  constructor(
    pod: Pod,
    private readonly lookUp: (target: string) => Visit | undefined,
    private readonly startedAt: number,
  ) {
    try {
      const args = pod.spec.containers.find(({ name }) => name === container)?.args ?? [];
      this.#run = readFlags(args);
    } catch (error) {
      this.#exit = { code: 2, message: error instanceof Error ? error.message : String(error) };
    }
  }

  /** How it ended; undefined while it runs. */
  get exit(): Exit | undefined {
    return this.#exit;
  }

  /** How its steps went so far. */
  get results(): RunSource['results'] {
    return this.#source?.results ?? [];
  }

  /** Does what is due by `now`. */
  advance(now: number): void {
    if (this.#exit !== undefined || this.#run === undefined) return;
    if (this.#source === undefined) this.#begin(this.#run, now);
    else if (this.#source.over) this.#end({ code: 0 });
  }

  /** Ends it from outside. */
  kill(): void {
    this.#end({ code: 137 });
  }

  #begin(run: Run, now: number): void {
    if (now < this.startedAt + prepareMs) return;
    const visit = this.lookUp(run.target);
    const names = visit?.servedNames() ?? new Set();
    if (visit === undefined || names.size === 0) {
      if (now >= this.startedAt + validationMs)
        this.#end({ code: 1, message: `Backend validation request failed: no answer from ${run.target}` });
      return;
    }
    if (!names.has(run.model)) {
      this.#end({ code: 1, message: `The model ${run.model} does not exist: 404 from ${run.target}` });
      return;
    }
    const source: RunSource = new RunSource(run, now, () => visit.giveUp(source));
    this.#visit = visit;
    this.#source = source;
    visit.add(source);
  }

  #end(exit: Exit): void {
    this.#exit ??= exit;
    if (this.#source !== undefined) this.#visit?.remove(this.#source);
  }
}
