import { Engine } from './engine';
import type { Traffic } from './modelLoad';
import type { EngineProfile } from './profiles';
import { createRandom } from './random';
import { RequestSource } from './requestSource';
import type { Source, SourcedRequest } from './source';

type PodEngine = Engine<SourcedRequest>;

/** How a pod's engine is set up. */
export interface EngineSetup {
  profile: EngineProfile;
  maxNumSeqs: number;
}

const noTraffic: Traffic = {
  promptTokens: { mean: 1, deviation: 0, min: 1, max: 1 },
  outputTokens: { mean: 1, deviation: 0, min: 1, max: 1 },
  baseline: { requestsPerSecond: 0, swing: 0, periodSeconds: 3600 },
};

/**
 * The engines of one model and the traffic that they share. A request goes to the replica with the fewest requests and
 * stays there, as each vLLM has its own queue. Without a replica it fails at once, as a Service without endpoints refuses
 * it, unless an interceptor in front of the model holds it until there is one. Times are simulated milliseconds.
 */
export class ModelFleet {
  readonly #engines = new Map<string, PodEngine>();
  readonly #source: RequestSource;
  /** Who else sends requests: load tests. */
  readonly #guests = new Set<Source>();
  #now: number;
  /** How long the interceptor holds a request; undefined: there is none. */
  #patienceMs: number | undefined;
  #held: SourcedRequest[] = [];
  /** Requests of its own traffic that are not answered: what the interceptor counts. */
  inFlight = 0;
  /** Requests that found no replica, or whose replica ended. */
  failedRequests = 0;

  /** Equal seeds and starts give equal traffic; no `traffic` means that nobody asks this model. */
  constructor(seed: string, traffic: Traffic | undefined, now: number) {
    this.#source = new RequestSource(traffic ?? noTraffic, createRandom(seed), now);
    this.#now = now;
  }

  /** The engine of a pod. */
  engine(pod: string): PodEngine | undefined {
    return this.#engines.get(pod);
  }

  /** A pod is ready, and takes requests from now on. */
  addEngine(pod: string, { profile, maxNumSeqs }: EngineSetup): void {
    this.#engines.set(pod, new Engine(profile, maxNumSeqs));
    for (const request of this.#held.splice(0)) this.#pass(request, this.#now);
  }

  /** Puts an interceptor in front of its traffic, which holds requests for so long; undefined takes it away. */
  intercept(patienceMs: number | undefined): void {
    this.#patienceMs = patienceMs;
  }

  /**
   * A pod ends. What it runs is lost: vLLM stops at SIGTERM without finishing generations, unless it was started with
   * --shutdown-timeout, which serving runtimes do not set.
   */
  removeEngine(pod: string): void {
    const engine = this.#engines.get(pod);
    if (engine === undefined) return;
    this.#engines.delete(pod);
    for (const request of engine.abandon()) this.#fail(request, this.#now);
  }

  /** Lets somebody else send requests, too. */
  addSource(source: Source): void {
    this.#guests.add(source);
  }

  /** Nobody waits any more for the requests of a source: engines drop them. Returns how many there were. */
  giveUp(source: Source): number {
    let count = 0;
    for (const engine of this.#engines.values())
      count += engine.cancel((request) => request.source === source, this.#now);
    return count;
  }

  /** A source goes, and its requests with it. */
  removeSource(source: Source): void {
    this.#guests.delete(source);
    this.giveUp(source);
  }

  /** Turns the extra load on or off. */
  setLoad(on: boolean): void {
    this.#source.setLoad(on, this.#now);
  }

  /** Lets time pass until `until`; an earlier time than now is ignored. */
  advance(until: number): void {
    for (;;) {
      const engine = this.#earliest();
      const source = this.#earliestSource();
      const engineAt = engine?.nextEventAt ?? Infinity;
      const sourceAt = source.nextEventAt;
      if (Math.min(engineAt, sourceAt) > until) break;
      this.#now = Math.max(this.#now, Math.min(engineAt, sourceAt));
      if (engine === undefined || sourceAt <= engineAt) {
        const request = source.next();
        if (request !== undefined) this.#route(request);
      } else {
        for (const done of engine.step()) {
          this.#count(done, -1);
          const following = done.source.answered(done, engineAt);
          if (following !== undefined) this.#route(following);
        }
      }
    }
    this.#now = Math.max(this.#now, until);
    this.#giveUpHeld();
  }

  #giveUpHeld(): void {
    const patience = this.#patienceMs ?? 0;
    const late = this.#held.findIndex(({ arrivedAt }) => arrivedAt + patience > this.#now);
    for (const request of this.#held.splice(0, late < 0 ? this.#held.length : late))
      this.#fail(request, this.#now);
  }

  #count({ source }: SourcedRequest, change: 1 | -1): void {
    if (source === this.#source) this.inFlight += change;
  }

  #earliestSource(): Source {
    let earliest: Source = this.#source;
    for (const source of this.#guests) if (source.nextEventAt < earliest.nextEventAt) earliest = source;
    return earliest;
  }

  #earliest(): PodEngine | undefined {
    let earliest: PodEngine | undefined;
    for (const engine of this.#engines.values()) {
      if (earliest === undefined || engine.nextEventAt < earliest.nextEventAt) earliest = engine;
    }
    return earliest;
  }

  #route(request: SourcedRequest): void {
    this.#count(request, 1);
    const isHeld =
      this.#patienceMs !== undefined && this.#engines.size === 0 && request.source === this.#source;
    if (isHeld) this.#held.push(request);
    else this.#pass(request, request.arrivedAt);
  }

  #pass(request: SourcedRequest, now: number): void {
    let best: PodEngine | undefined;
    for (const engine of this.#engines.values()) {
      if (best === undefined || engine.load < best.load) best = engine;
    }
    // vLLM refuses what does not fit with 400.
    if (best === undefined || request.promptTokens >= best.profile.kvTokens) this.#fail(request, now);
    else best.submit(request, now);
  }

  #fail(request: SourcedRequest, now: number): void {
    this.#count(request, -1);
    this.failedRequests += 1;
    request.source.failed(request, now);
  }
}
