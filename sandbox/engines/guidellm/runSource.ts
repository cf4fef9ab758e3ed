import type { Source, SourcedRequest } from '../source';
import type { Run, Step } from './flags';

/** How a step of a run went. */
export interface StepResult {
  /** Requests per second that were to come; undefined where as many as possible came. */
  rate: number | undefined;
  sent: number;
  done: number;
  /** Under way when the step ended: given up. */
  incomplete: number;
  failed: number;
  /** Milliseconds from sending to the last token, of each answer. */
  latencies: number[];
  seconds: number;
}

/** GuideLLM's limit for "as many as possible". */
const throughputClients = 512;
const retryMs = 1000;

interface Due {
  at: number;
  fromClient: boolean;
}

/** Sends the requests of a run, step by step; requests that are under way when a step ends are given up. */
export class RunSource implements Source {
  readonly results: StepResult[] = [];
  #step = -1;
  #stepStart: number;
  #stepEnd: number;
  #due: Due[] = [];
  #spacing = 0;

  /** `giveUp` is called at the end of each step. */
  constructor(
    private readonly run: Run,
    start: number,
    private readonly giveUp: () => number,
  ) {
    this.#stepStart = start;
    this.#stepEnd = start;
  }

  get over(): boolean {
    return this.#step >= this.run.steps.length;
  }

  get nextEventAt(): number {
    if (this.over) return Infinity;
    return Math.min(this.#due[0]?.at ?? Infinity, this.#stepEnd);
  }

  next(): SourcedRequest | undefined {
    const [first] = this.#due;
    if (first === undefined || first.at >= this.#stepEnd) {
      this.#endStep();
      return undefined;
    }
    this.#due.shift();
    // The moments of a constant rate do not depend on the answers.
    if (!first.fromClient && this.#spacing > 0) this.#add(first.at + this.#spacing, false);
    return this.#request(first.at, first.fromClient);
  }

  answered(request: SourcedRequest, now: number): SourcedRequest | undefined {
    const { current } = this;
    if (current === undefined || request.arrivedAt < this.#stepStart) return undefined;
    current.done += 1;
    current.latencies.push(now - request.arrivedAt);
    return request.fromClient && now < this.#stepEnd ? this.#request(now, true) : undefined;
  }

  failed(request: SourcedRequest, now: number): void {
    const { current } = this;
    if (current === undefined || request.arrivedAt < this.#stepStart) return;
    current.failed += 1;
    if (request.fromClient) this.#add(now + retryMs, true);
  }

  private get current(): StepResult | undefined {
    return this.results[this.#step];
  }

  #endStep(): void {
    const { current } = this;
    if (current !== undefined) current.incomplete = this.giveUp();
    this.#step += 1;
    this.#due = [];
    this.#spacing = 0;
    const step = this.run.steps[this.#step];
    if (step === undefined) return;
    this.#stepStart = this.#stepEnd;
    this.#stepEnd = this.#stepStart + step.seconds * 1000;
    this.#begin(step);
  }

  #begin(step: Step): void {
    const rate = this.#rateOf(step);
    this.results.push({
      rate,
      sent: 0,
      done: 0,
      incomplete: 0,
      failed: 0,
      latencies: [],
      seconds: step.seconds,
    });
    if (rate !== undefined) {
      this.#spacing = 1000 / rate;
      this.#add(this.#stepStart, false);
      return;
    }
    const clients = step.kind === 'synchronous' ? 1 : throughputClients;
    for (let client = 0; client < clients; client += 1) this.#add(this.#stepStart, true);
  }

  #rateOf(step: Step): number | undefined {
    if (step.kind === 'constant') return step.rate;
    if (step.kind !== 'between') return undefined;
    const [slow = 0, fast = 0] = this.results.slice(0, 2).map(({ done, seconds }) => done / seconds);
    const rate = slow + (fast - slow) * step.share;
    return rate > 0 ? rate : 1 / step.seconds;
  }

  #add(at: number, fromClient: boolean): void {
    const place = this.#due.findIndex((due) => due.at > at);
    this.#due.splice(place < 0 ? this.#due.length : place, 0, { at, fromClient });
  }

  #request(at: number, fromClient: boolean): SourcedRequest {
    if (this.current !== undefined) this.current.sent += 1;
    const { promptTokens, outputTokens } = this.run;
    // GuideLLM has the model go on to the wanted length.
    return { arrivedAt: at, promptTokens, outputTokens, limited: true, fromClient, source: this };
  }
}
