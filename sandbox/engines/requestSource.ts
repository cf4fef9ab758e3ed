import type { ExtraLoad, TokenLengths, Traffic } from './modelLoad';
import { baselineRate, stagedTarget } from './modelLoad';
import type { Random } from './random';
import type { Source, SourcedRequest } from './source';

interface Due {
  at: number;
  fromClient: boolean;
}

/** Traffic is drawn a second at a time, so that it does not depend on how often somebody looks. */
const slotMs = 1000;
/** How long a client waits after an error before it tries again. */
const retryMs = 1000;

function lengthOf({ mean, deviation, min, max }: TokenLengths, random: Random): number {
  return Math.round(Math.min(max, Math.max(min, random.normal(mean, deviation))));
}

/** Says when requests come: the baseline as a Poisson process, and the extra load while it is on. */
export class RequestSource implements Source {
  #slotEnd: number;
  #due: Due[] = [];
  #clients = 0;
  #wantedClients = 0;
  #loadSince: number | undefined;
  /** The part of the load's target that holds until `until`. */
  #jittered = { part: 1, until: -Infinity };

  constructor(
    private readonly traffic: Traffic,
    private readonly random: Random,
    now: number,
  ) {
    this.#slotEnd = now;
  }

  /** Turns the extra load on, from its first stage, or off: clients then leave with the answer that they wait for. */
  setLoad(on: boolean, now: number): void {
    this.#loadSince = on ? now : undefined;
    if (!on) this.#wantedClients = 0;
  }

  /** When the source has something to do next: a request, or a second of traffic to draw. */
  get nextEventAt(): number {
    return Math.min(this.#due[0]?.at ?? Infinity, this.#slotEnd);
  }

  /** Does what is due at nextEventAt; returns a request if one comes. */
  next(): SourcedRequest | undefined {
    const first = this.#due[0];
    if (first === undefined || this.#slotEnd <= first.at) {
      this.#drawSlot();
      return undefined;
    }
    this.#due.shift();
    return first.fromClient && this.#leaves() ? undefined : this.#request(first.at, first.fromClient);
  }

  /** The request was answered: its client, if any, sends the next one at once. */
  answered(request: SourcedRequest, now: number): SourcedRequest | undefined {
    return request.fromClient && !this.#leaves() ? this.#request(now, true) : undefined;
  }

  /** The request was lost or found no replica: its client, if any, tries again. */
  failed(request: SourcedRequest, now: number): void {
    if (request.fromClient) this.#add({ at: now + retryMs, fromClient: true });
  }

  #leaves(): boolean {
    if (this.#clients <= this.#wantedClients) return false;
    this.#clients -= 1;
    return true;
  }

  #request(at: number, fromClient: boolean): SourcedRequest {
    const { promptTokens, outputTokens } = this.traffic;
    const output = lengthOf(outputTokens, this.random);
    return {
      arrivedAt: at,
      promptTokens: lengthOf(promptTokens, this.random),
      outputTokens: output,
      limited: output >= outputTokens.max,
      fromClient,
      source: this,
    };
  }

  #drawSlot(): void {
    const start = this.#slotEnd;
    this.#slotEnd = start + slotMs;
    let rate = baselineRate(this.traffic.baseline, start);
    const { load } = this.traffic;
    if (load !== undefined && this.#loadSince !== undefined) {
      const target = stagedTarget(load.stages, (start - this.#loadSince) / 1000) * this.#part(load, start);
      if (load.unit === 'requestsPerSecond') rate += target;
      else this.#wantedClients = Math.round(target);
    }
    for (let count = this.random.poisson((rate * slotMs) / 1000); count > 0; count -= 1) {
      this.#add({ at: start + this.random.next() * slotMs, fromClient: false });
    }
    for (; this.#clients < this.#wantedClients; this.#clients += 1) {
      this.#add({ at: start + this.random.next() * slotMs, fromClient: true });
    }
  }

  #part({ jitter }: ExtraLoad, now: number): number {
    if (jitter === undefined) return 1;
    if (now >= this.#jittered.until)
      this.#jittered = { part: 1 - jitter.part * this.random.next(), until: now + jitter.seconds * 1000 };
    return this.#jittered.part;
  }

  #add(due: Due): void {
    const place = this.#due.findIndex(({ at }) => at > due.at);
    this.#due.splice(place < 0 ? this.#due.length : place, 0, due);
  }
}
