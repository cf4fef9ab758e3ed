import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Deployment } from '../../src/resources/deployment';
import { deploymentKind } from '../../src/resources/kinds';
import { createKubeClient } from '../client/kubeClient';
import { profiledLoad } from '../engines/loadProfile';
import type { Scenario } from '../scenarios/scenario';
import { readScenario } from '../scenarios/scenario';
import { startCluster } from '../simulatedCluster';
import { disagreements } from './invariants';
import { createSteppedClock } from './steppedClock';

/** What a soak has found. */
export interface SoakResult {
  /** Of the heap at the end of each simulated hour, in megabytes. */
  heap: number[];
  /** What HPAs, Deployments and pods did not come to agree on, with the simulated minute. */
  drift: string[];
  /** Promises that were rejected with nobody to hear. */
  rejections: string[];
  /** How often the replicas of all models together changed. */
  changes: number;
  realSeconds: number;
}

/** Samples are kept that long, so that the heap can be full of them after the first hour. */
const keptMs = 3_600_000 / 2;
const stepMs = 5000;
const minuteSteps = 12;
/** Real milliseconds that the parts get for what a step has started. */
const settleMs = 10;
/** How long a disagreement may last, in simulated minutes: a rollout or a sync is under way. */
const patienceMinutes = 2;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapMegabytes(): number {
  collect();
  return Math.round(process.memoryUsage().heapUsed / 1_048_576);
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The scenario with loads that have their highest target as their peak, and another part of it each ten minutes. */
function jittered(scenario: Scenario): Scenario {
  const models = scenario.models.map((model) => {
    const { load } = model.traffic;
    if (load === undefined) return model;
    const peak = Math.max(...load.stages.map(({ target }) => target));
    const jitter = profiledLoad({ unit: load.unit, profile: 'jitter', peak, seconds: 600 });
    return { ...model, traffic: { ...model.traffic, load: jitter } };
  });
  return { ...scenario, models };
}

/**
 * Runs a scenario under jittered load for simulated hours, as fast as the parts keep up. `tell` hears of each simulated
 * hour.
 */
export async function soak(
  scenario: string,
  hours: number,
  tell: (line: string) => void = () => undefined,
): Promise<SoakResult> {
  const began = Date.now();
  const clock = createSteppedClock();
  const rejections: string[] = [];
  const hear = (reason: unknown): void => {
    rejections.push(String(reason));
  };
  process.on('unhandledRejection', hear);
  const start = new AbortController();
  const pump = (async () => {
    while (!start.signal.aborted) {
      await clock.advance(100);
      await pause(settleMs);
    }
  })();
  const cluster = await startCluster(jittered(readScenario(scenario)), clock, { historyMs: keptMs });
  start.abort();
  await pump;
  const client = createKubeClient(cluster.backend.api, 'admin');
  const result: SoakResult = {
    heap: [],
    drift: [],
    rejections,
    changes: 0,
    realSeconds: 0,
  };
  cluster.setLoad(true);
  const since = new Map<string, number>();
  let before = '';
  for (let minute = 1; minute <= hours * 60; minute += 1) {
    for (let step = 0; step < minuteSteps; step += 1) {
      await clock.advance(stepMs);
      await pause(settleMs);
    }
    const found = await disagreements(client);
    for (const known of [...since.keys()]) if (!found.includes(known)) since.delete(known);
    for (const one of found) {
      const first = since.get(one) ?? minute;
      since.set(one, first);
      if (minute - first === patienceMinutes) result.drift.push(`minute ${String(minute)}: ${one}`);
    }
    const replicas = (await client.list(deploymentKind)).items
      .map((deployment) => String((deployment as Deployment).spec.replicas))
      .join();
    if (replicas !== before) result.changes += 1;
    before = replicas;
    if (minute % 60 !== 0) continue;
    const megabytes = heapMegabytes();
    result.heap.push(megabytes);
    tell(`${String(minute / 60)} h: ${String(megabytes)} MB of heap`);
  }
  clock.stop();
  await cluster.stop();
  process.off('unhandledRejection', hear);
  return { ...result, realSeconds: Math.round((Date.now() - began) / 1000) };
}
