import { EngineStats } from './engineStats';
import type { EngineProfile } from './profiles';

/** One generation. Times are simulated milliseconds. */
export interface EngineRequest {
  readonly arrivedAt: number;
  readonly promptTokens: number;
  readonly outputTokens: number;
  /** The generation ends at the limit of tokens (`length`), not by itself (`stop`). */
  readonly limited: boolean;
}

interface Sequence<R> {
  request: R;
  /** Tokens that are to be in the KV cache before the next token can be generated. */
  context: number;
  /** Tokens that are in the KV cache. */
  cached: number;
  generated: number;
  /** Tokens that the step in progress computes. */
  scheduled: number;
  /** When it was first admitted, and when it had its first token. */
  scheduledAt?: number;
  firstTokenAt: number;
}

/**
 * One vLLM engine, step by step (continuous batching as in Orca, chunked prefill as in Sarathi): requests queue in
 * order of arrival, at most `maxNumSeqs` run at once, and a full KV cache sends the latest one back to the queue.
 */
export class Engine<R extends EngineRequest = EngineRequest> {
  readonly stats = new EngineStats();
  readonly #running: Sequence<R>[] = [];
  #waiting: Sequence<R>[] = [];
  #kvTokens = 0;
  #stepStartedAt = 0;
  #decodes = 0;
  /** Tokens that the step in progress computes. */
  #stepTokens = 0;
  #gauges = { running: 0, waiting: 0 };
  /** When the step in progress ends; Infinity while the engine is idle. */
  nextEventAt = Infinity;

  constructor(
    readonly profile: EngineProfile,
    readonly maxNumSeqs: number,
  ) {}

  /** Running and waiting as vLLM reports them: as the last step saw them, so that a request between two steps does not count as waiting. */
  get gauges(): Readonly<{ running: number; waiting: number }> {
    return this.#gauges;
  }

  /** Requests that are not answered yet. */
  get load(): number {
    return this.#running.length + this.#waiting.length;
  }

  /** The part of the KV cache in use, 0 to 1. */
  get kvUsage(): number {
    return this.#kvTokens / this.profile.kvTokens;
  }

  /** Takes a request at `now`; throws a RangeError when its prompt does not fit into the KV cache. */
  submit(request: R, now: number): void {
    const { promptTokens } = request;
    if (promptTokens >= this.profile.kvTokens) {
      throw new RangeError(
        `A prompt of ${String(promptTokens)} tokens does not fit into ${String(this.profile.kvTokens)}.`,
      );
    }
    this.#waiting.push({
      request,
      context: promptTokens,
      cached: 0,
      generated: 0,
      scheduled: 0,
      firstTokenAt: now,
    });
    if (this.nextEventAt === Infinity) this.#startStep(now);
  }

  /** Ends the step in progress, starts the next and returns the requests that are done. */
  step(): R[] {
    const now = this.nextEventAt;
    const done = this.#finishStep(now);
    this.#startStep(now);
    return done;
  }

  /** Runs all steps that end by `until`, and returns the requests that are done. */
  advance(until: number): R[] {
    const done: R[] = [];
    while (this.nextEventAt <= until) done.push(...this.step());
    return done;
  }

  /** Ends the engine at once and returns the requests that it had not answered. */
  abandon(): R[] {
    const lost = [...this.#running, ...this.#waiting].map(({ request }) => request);
    this.#running.length = 0;
    this.#waiting = [];
    this.#kvTokens = 0;
    this.#gauges = { running: 0, waiting: 0 };
    this.nextEventAt = Infinity;
    return lost;
  }

  /** Drops requests for which nobody waits any more, as vLLM aborts them; returns how many there were. */
  cancel(which: (request: R) => boolean, now: number): number {
    const keeps = (sequence: Sequence<R>): boolean => !which(sequence.request);
    const before = this.load;
    const kept = this.#running.filter(keeps);
    for (const sequence of this.#running) if (!keeps(sequence)) this.#kvTokens -= sequence.cached;
    // Tokens of the step in progress were counted when it began.
    for (const sequence of this.#running) if (!keeps(sequence)) this.#kvTokens -= sequence.scheduled;
    this.#running.splice(0, this.#running.length, ...kept);
    this.#waiting = this.#waiting.filter(keeps);
    const count = before - this.load;
    this.stats.finished.abort += count;
    if (count > 0 && this.#running.length === 0) this.#startStep(now);
    return count;
  }

  #finishStep(now: number): R[] {
    const seconds = (now - this.#stepStartedAt) / 1000;
    if (this.#running.length > 0) this.stats.recordStep(seconds, this.#stepTokens, this.#decodes);
    const done: R[] = [];
    let kept = 0;
    for (const sequence of this.#running) {
      sequence.cached += sequence.scheduled;
      const generates = sequence.scheduled > 0 && sequence.cached === sequence.context;
      sequence.scheduled = 0;
      if (generates) this.#generate(sequence, now);
      if (this.#ended(sequence)) {
        this.#kvTokens -= sequence.cached;
        this.#record(sequence, now);
        done.push(sequence.request);
      } else {
        this.#running[kept] = sequence;
        kept += 1;
      }
    }
    this.#running.length = kept;
    return done;
  }

  #generate(sequence: Sequence<R>, now: number): void {
    if (sequence.generated === 0) {
      this.stats.timeToFirstToken.observe((now - sequence.request.arrivedAt) / 1000);
      this.stats.promptTokens += sequence.request.promptTokens;
      this.stats.requestPromptTokens.observe(sequence.request.promptTokens);
      sequence.firstTokenAt = now;
    }
    sequence.generated += 1;
    sequence.context += 1;
    this.stats.generationTokens += 1;
  }

  /** A generation that would outgrow the whole KV cache ends there, or it could never run. */
  #ended({ request, generated, context }: Sequence<R>): boolean {
    return generated >= request.outputTokens || context > this.profile.kvTokens;
  }

  #record({ request, scheduledAt, firstTokenAt, generated }: Sequence<R>, now: number): void {
    this.stats.finished[request.limited ? 'length' : 'stop'] += 1;
    const arrived = request.arrivedAt;
    const times = { arrived, scheduled: scheduledAt ?? arrived, firstToken: firstTokenAt };
    this.stats.record(times, now, generated);
  }

  #startStep(now: number): void {
    const { baseMs, perDecodeMs, perPrefillTokenMs, perKvTokenMs, batchedTokens } = this.profile;
    this.#stepStartedAt = now;
    this.#decodes = 0;
    const left = this.#scheduleRunning(batchedTokens);
    const budget = this.#scheduleWaiting(left, now);
    this.#gauges = { running: this.#running.length, waiting: this.#waiting.length };
    if (this.#running.length === 0) {
      this.nextEventAt = Infinity;
      return;
    }
    this.#stepTokens = batchedTokens - budget;
    const prefillTokens = this.#stepTokens - this.#decodes;
    this.nextEventAt =
      now +
      baseMs +
      perDecodeMs * this.#decodes +
      perPrefillTokenMs * prefillTokens +
      perKvTokenMs * this.#kvTokens;
  }

  /** Gives each running sequence its tokens; returns what is left of the budget. */
  #scheduleRunning(budget: number): number {
    let left = budget;
    for (let index = 0; index < this.#running.length && left > 0; index += 1) {
      const sequence = this.#running[index];
      if (sequence === undefined) break;
      const tokens = Math.min(sequence.context - sequence.cached, left);
      this.#makeRoom(tokens, index);
      // The sequence itself was the latest: it went back to the queue.
      if (this.#running.length <= index) break;
      if (sequence.generated > 0 && tokens === 1) this.#decodes += 1;
      this.#schedule(sequence, tokens);
      left -= tokens;
    }
    return left;
  }

  /** Preempts the latest sequences, down to the one at `index`, until `tokens` fit. */
  #makeRoom(tokens: number, index: number): void {
    while (this.#kvTokens + tokens > this.profile.kvTokens && this.#running.length > index) {
      const victim = this.#running.pop();
      if (victim === undefined) return;
      this.#kvTokens -= victim.cached;
      victim.cached = 0;
      victim.scheduled = 0;
      this.stats.preemptions += 1;
      this.#waiting.unshift(victim);
    }
  }

  /** Admits waiting sequences in order while seats, tokens and KV cache last; returns what is left of the budget. */
  #scheduleWaiting(budget: number, now: number): number {
    let left = budget;
    let admitted = 0;
    for (const sequence of this.#waiting) {
      // The whole context must fit: admitting a part of it would only be preempted again.
      const fits = this.#kvTokens + sequence.context <= this.profile.kvTokens;
      if (left <= 0 || this.#running.length >= this.maxNumSeqs || !fits) break;
      if (sequence.scheduledAt === undefined)
        this.stats.queueTime.observe((now - sequence.request.arrivedAt) / 1000);
      sequence.scheduledAt ??= now;
      const tokens = Math.min(sequence.context, left);
      this.#schedule(sequence, tokens);
      this.#running.push(sequence);
      left -= tokens;
      admitted += 1;
    }
    if (admitted > 0) this.#waiting = this.#waiting.slice(admitted);
    return left;
  }

  #schedule(sequence: Sequence<R>, tokens: number): void {
    sequence.scheduled = tokens;
    this.#kvTokens += tokens;
  }
}
