import type { Pod } from '../../src/resources/pod';
import type { MetricNames } from './engineMetrics';
import { engineMetrics } from './engineMetrics';
import type { MetricFamily } from './metricFamily';
import { withPrefix } from './metricNames';
import { ModelFleet } from './modelFleet';
import type { ModelLoad } from './modelLoad';
import type { EngineProfile } from './profiles';
import { profileOf } from './profiles';
import { isServing, servingSettings } from './servingPod';
import type { Source } from './source';

interface Place {
  fleet: ModelFleet;
  servedModelName: string;
  metricNames: MetricNames;
  prefixed: boolean;
}

/** What a load test sees of a model. */
export interface Visit {
  servedNames(): ReadonlySet<string>;
  add(source: Source): void;
  /** Drops the source's requests; returns how many there were. */
  giveUp(source: Source): number;
  remove(source: Source): void;
}

const keyOf = (namespace: string | undefined, name: string): string => `${namespace ?? ''}/${name}`;

/** The engines of all pods that serve, and the traffic of their models. Times are simulated milliseconds. */
export class EngineRoom {
  readonly #fleets = new Map<string, ModelFleet>();
  readonly #places = new Map<string, Place>();
  /** Pods that cannot have an engine, and why. */
  readonly #broken = new Map<string, string>();
  readonly #traffic: ReadonlyMap<string, ModelLoad['traffic']>;
  #now: number;

  constructor(loads: readonly ModelLoad[], now: number) {
    this.#traffic = new Map(loads.map(({ namespace, name, traffic }) => [keyOf(namespace, name), traffic]));
    this.#now = now;
    // From the start, so that clients of a model without replicas fail and come back.
    for (const key of this.#traffic.keys()) this.#fleet(key);
  }

  /** Lets time pass in all engines. */
  advance(until: number): void {
    this.#now = Math.max(this.#now, until);
    for (const fleet of this.#fleets.values()) fleet.advance(until);
  }

  /** Turns the extra load of all models on or off. */
  setLoad(on: boolean): void {
    for (const fleet of this.#fleets.values()) fleet.setLoad(on);
  }

  /** The engines of a model, for somebody who sends requests to them beside its traffic. */
  visit(namespace: string, model: string): Visit {
    const fleet = this.#fleet(keyOf(namespace, model));
    return {
      /** The names under which its replicas serve it; empty while none is ready. */
      servedNames: () =>
        new Set(
          [...this.#places.values()].flatMap((place) =>
            place.fleet === fleet ? [place.servedModelName] : [],
          ),
        ),
      add: (source) => {
        fleet.addSource(source);
      },
      giveUp: (source) => fleet.giveUp(source),
      remove: (source) => {
        fleet.removeSource(source);
      },
    };
  }

  /** Puts the interceptor in front of a model's traffic, or takes it away; it holds requests for so long. */
  intercept(namespace: string, model: string, patienceMs: number | undefined): void {
    this.#fleet(keyOf(namespace, model)).intercept(patienceMs);
  }

  /** Requests of a model's traffic that are not answered. */
  inFlight(namespace: string, model: string): number {
    return this.#fleets.get(keyOf(namespace, model))?.inFlight ?? 0;
  }

  /** Takes note of a pod as it is now: starts its engine, or ends it. */
  update(pod: Pod): void {
    const key = keyOf(pod.metadata.namespace, pod.metadata.name);
    if (!isServing(pod)) this.remove(pod);
    else if (!this.#places.has(key)) this.#start(pod, key);
  }

  /** Ends the engine of a pod that is gone. */
  remove({ metadata: { namespace, name } }: Pod): void {
    const key = keyOf(namespace, name);
    this.#places.get(key)?.fleet.removeEngine(key);
    this.#places.delete(key);
    this.#broken.delete(key);
  }

  /** The metrics of a pod, the reason why its engine cannot run, or undefined when it has none. */
  metrics(namespace: string, pod: string): MetricFamily[] | string | undefined {
    const key = keyOf(namespace, pod);
    const place = this.#places.get(key);
    const engine = place?.fleet.engine(key);
    if (place === undefined || engine === undefined) return this.#broken.get(key);
    const families = engineMetrics(engine, place.servedModelName, place.metricNames);
    return place.prefixed ? withPrefix(families) : families;
  }

  /** How long the engine of a pod has computed since its start, in seconds; undefined while there is none. */
  busySeconds(namespace: string | undefined, pod: string): number | undefined {
    const key = keyOf(namespace, pod);
    return this.#places.get(key)?.fleet.engine(key)?.stats.busySeconds;
  }

  #start(pod: Pod, key: string): void {
    const settings = servingSettings(pod);
    if (settings === undefined) return;
    let profile: EngineProfile;
    try {
      profile = profileOf(settings.profile);
    } catch (error) {
      // Somebody edited the runtime: this pod's metrics fail and say so, the others go on.
      this.#broken.set(key, error instanceof Error ? error.message : String(error));
      return;
    }
    const fleet = this.#fleet(keyOf(pod.metadata.namespace, settings.model));
    fleet.addEngine(key, { profile, maxNumSeqs: settings.maxNumSeqs });
    const { servedModelName, metricNames, prefixed } = settings;
    this.#places.set(key, { fleet, servedModelName, metricNames, prefixed });
  }

  #fleet(model: string): ModelFleet {
    const known = this.#fleets.get(model);
    if (known !== undefined) return known;
    const fleet = new ModelFleet(model, this.#traffic.get(model), this.#now);
    this.#fleets.set(model, fleet);
    return fleet;
  }
}
