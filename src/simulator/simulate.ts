import type { Load, Run, ScalingSpec, Step } from './run';
import { edit, isPaused, poll, sync } from './run';

/** A run. All times are seconds; `replicas` are ready at the start; `edits` replace the spec, in order of time. */
export interface SimulationOptions {
  spec: ScalingSpec;
  edits?: readonly { at: number; spec: ScalingSpec }[];
  /** One a metric, same order. */
  loads: readonly Load[];
  replicas: number;
  from?: number;
  durationSeconds: number;
  /** Between two HPA syncs; kube-controller-manager's default is 15. */
  syncSeconds?: number;
  /** spec.pollingInterval of the ScaledObject; 30 when left out. */
  pollingSeconds?: number;
  /** From the start to the first HPA sync. */
  firstSyncSeconds?: number;
  /** From the start to KEDA's first tick: the operator is at work within about a second. */
  firstTickSeconds?: number;
  /** From a scale-up to ready pods. */
  podStartSeconds?: number;
}

const defaults = {
  from: 0,
  syncSeconds: 15,
  pollingSeconds: 30,
  firstSyncSeconds: 0,
  firstTickSeconds: 1,
  podStartSeconds: 0,
};

/** Does what is due at a time, one thing a call: an edit, then a tick, then a sync. Says when the next ones are due. */
function act(run: Run, due: Due, now: number, steps: Step[], options: Required<SimulationOptions>): void {
  const change = options.edits[due.edits];
  if (change && change.at <= now) {
    edit(run, change.spec);
    due.edits += 1;
    due.tick = now;
  } else if (due.tick <= now) {
    if (run.spec.target) steps.push(poll(run, run.spec.target, now));
    due.tick = now + options.pollingSeconds;
  } else {
    if (!isPaused(run.spec)) steps.push(sync(run, now));
    due.sync = now + options.syncSeconds;
  }
}

interface Due {
  sync: number;
  tick: number;
  /** Edits that are done. */
  edits: number;
}

/**
 * KEDA and the HPA over time: an HPA sync each `syncSeconds` from the start on, a KEDA tick each `pollingSeconds`, both
 * in order of time (at the same time: edit, tick, sync). An edit makes KEDA tick at once, as a changed ScaledObject
 * does. While paused there are no syncs, and the first one afterwards knows no history. Returns every step in
 * [from, from + durationSeconds).
 */
export function simulate(options: SimulationOptions): Step[] {
  const full = { edits: [], ...defaults, ...options };
  const run: Run = {
    spec: full.spec,
    pods: { replicas: full.replicas, starting: [] },
    memory: undefined,
    shown: {},
    lastActiveAt: undefined,
    failures: [],
    loads: full.loads,
    podStartSeconds: full.podStartSeconds,
  };
  const due: Due = {
    sync: full.from + full.firstSyncSeconds,
    tick: full.from + full.firstTickSeconds,
    edits: 0,
  };
  const end = full.from + full.durationSeconds;
  const steps: Step[] = [];
  for (;;) {
    const now = Math.min(due.sync, due.tick, full.edits[due.edits]?.at ?? Infinity);
    if (now >= end) return steps;
    act(run, due, now, steps, full);
  }
}
