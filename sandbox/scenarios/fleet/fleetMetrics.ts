import type { Clock } from '../../clock';
import type { SampleSink } from '../../metrics/metricsBackend';
import type { Load } from '../../runningModels';
import type { FleetSeries } from './fleetSeries';

/** The samples of a fleet: an hour before the start, and more with the clock once they are started. */
export interface FleetMetrics {
  /** How long samples are of use, in milliseconds. */
  retentionMs: number;
  start(store: SampleSink): Load & { stop(): void };
}

const hourMs = 3_600_000;
/** Seldom enough for ten thousand models to be cheap, often enough for the lookback of five minutes. */
const workloadMs = 60_000;
const stateMs = 240_000;
/** With the load on, so many times as many requests wait where traffic swings. */
const loadFactor = 4;

function valueAt({ value, swing = 0 }: FleetSeries, timeMs: number, load: boolean): number {
  if (swing === 0) return value;
  const wave = value + swing * Math.sin((2 * Math.PI * timeMs) / hourMs);
  return Math.round(load ? wave * loadFactor : wave);
}

/** The times of the hour before `now`, which is the last of them. */
function timesUntil(now: number, stepMs: number): number[] {
  const count = Math.floor(hourMs / stepMs);
  return Array.from({ length: count + 1 }, (_, index) => now - (count - index) * stepMs);
}

/**
 * Samples go to the store without a scrape: the pages of ten thousand models over HTTP would cost more than all the rest.
 * `workload` are the series of the pods, `state` those of kube-state-metrics.
 */
export function createFleetMetrics({
  clock,
  workload,
  state,
}: {
  clock: Clock;
  workload: readonly FleetSeries[];
  state: readonly FleetSeries[];
}): FleetMetrics {
  let load = false;

  function append(store: SampleSink, series: readonly FleetSeries[], timeMs: number): void {
    for (const one of series) store.append(one.labels, timeMs, valueAt(one, timeMs, load));
  }

  function fill(store: SampleSink, series: readonly FleetSeries[], times: readonly number[]): void {
    for (const one of series) store.fill(one.labels, times, (time) => valueAt(one, time, false));
  }

  return {
    retentionMs: hourMs,
    start(store) {
      const now = Math.floor(clock.now());
      fill(store, workload, timesUntil(now, workloadMs));
      fill(store, state, timesUntil(now, stateMs));
      const cancels = [
        clock.every(workloadMs, () => {
          append(store, workload, Math.floor(clock.now()));
        }),
        clock.every(stateMs, () => {
          append(store, state, Math.floor(clock.now()));
        }),
      ];
      return {
        get load() {
          return load;
        },
        setLoad(on) {
          load = on;
        },
        stop() {
          for (const cancel of cancels) cancel();
        },
      };
    },
  };
}
