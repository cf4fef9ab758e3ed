import type { Autoscaler, AutoscalerMemory, HpaConditions, MetricReading, RescaleReason } from './autoscaler';
import type { Fallback, FallbackResult } from './fallback';
import { withFallback } from './fallback';
import type { ScaleTarget, Tick } from './kedaTick';
import { kedaTick } from './kedaTick';
import type { Pods } from './pods';
import { readyPods, scalePods } from './pods';
import { conditionsAfterRescale, syncAutoscaler } from './syncAutoscaler';

/** What a metric reads at a time (seconds) with that many ready replicas. The caller adds the age of the metric. */
export type Load = (now: number, readyReplicas: number) => MetricReading;

/** What scales: the HPA, and KEDA's own loop when `target` is there. Activation thresholds: one a metric, absent 0. */
export interface ScalingSpec {
  autoscaler: Autoscaler;
  target?: ScaleTarget;
  activationThresholds?: readonly number[];
  fallback?: Fallback;
}

interface StepBase {
  at: number;
  from: number;
  to: number;
  /** Ready pods before the step. */
  ready: number;
}

/** One HPA sync: `conditions` as decided, `shown` as the HPA shows them once the change is written. */
export interface SyncStep extends StepBase {
  by: 'hpa';
  raw?: number;
  winner?: string;
  rescaleReason?: RescaleReason;
  conditions: HpaConditions;
  shown: HpaConditions;
}

/** One turn of KEDA's loop. */
export interface TickStep extends StepBase {
  by: 'keda';
  tick: Tick;
}

/** One step of a run. */
export type Step = SyncStep | TickStep;

/** The state of a run; its functions change it. */
export interface Run {
  spec: ScalingSpec;
  pods: Pods;
  memory: AutoscalerMemory | undefined;
  shown: Partial<HpaConditions>;
  lastActiveAt: number | undefined;
  failures: number[];
  readonly loads: readonly Load[];
  readonly podStartSeconds: number;
}

/** One metric at a time; failures in a row are counted for the fallback. */
function readMetric(run: Run, index: number, now: number, ready: number): FallbackResult {
  const metric = run.spec.autoscaler.metrics[index];
  const reading = run.loads[index]?.(now, ready) ?? { error: `no load for metric ${String(index)}` };
  if (!metric || !run.spec.fallback) return { reading, failures: 0, active: false };
  const state = { failures: run.failures[index] ?? 0, specReplicas: run.pods.replicas, readyReplicas: ready };
  const result = withFallback(run.spec.fallback, metric, reading, state);
  run.failures[index] = result.failures;
  return result;
}

function rescale(run: Run, replicas: number, now: number): void {
  if (replicas !== run.pods.replicas) run.pods = scalePods(run.pods, replicas, now, run.podStartSeconds);
}

/** One HPA sync at a time: decides and changes the pods. */
export function sync(run: Run, at: number): SyncStep {
  const { autoscaler } = run.spec;
  const from = run.pods.replicas;
  const ready = readyPods(run.pods, at);
  const decision = syncAutoscaler(autoscaler, run.memory, {
    now: at,
    specReplicas: from,
    statusReplicas: from,
    readyReplicas: ready,
    readings: autoscaler.metrics.map((_metric, index) => readMetric(run, index, at, ready).reading),
  });
  const { desired, raw, winner, rescaleReason, conditions, memory } = decision;
  const shown = { ...run.shown, ...conditionsAfterRescale(decision, from) };
  run.memory = memory;
  run.shown = shown;
  rescale(run, desired, at);
  const step: SyncStep = { by: 'hpa', at, from, to: desired, ready, conditions, shown };
  if (raw !== undefined) step.raw = raw;
  if (winner !== undefined) step.winner = winner;
  if (rescaleReason) step.rescaleReason = rescaleReason;
  return step;
}

/** One turn of KEDA's loop at a time: decides and changes the pods. */
export function poll(run: Run, target: ScaleTarget, at: number): TickStep {
  const from = run.pods.replicas;
  const ready = readyPods(run.pods, at);
  const triggers = run.spec.autoscaler.metrics.map(({ name }, index) => {
    const { reading, active } = readMetric(run, index, at, ready);
    const activationThreshold = run.spec.activationThresholds?.[index] ?? 0;
    return { name, reading, activationThreshold, fallbackActive: active };
  });
  const { lastActiveAt } = run;
  const state = { replicas: from, ...(lastActiveAt !== undefined && { lastActiveAt }) };
  const tick = kedaTick(target, state, triggers, at);
  run.lastActiveAt = tick.lastActiveAt;
  rescale(run, tick.replicas, at);
  return { by: 'keda', at, from, to: tick.replicas, ready, tick };
}

/** Whether KEDA has deleted the HPA. */
export function isPaused({ target }: ScalingSpec): boolean {
  return target?.paused === true || target?.pausedReplicas !== undefined;
}

/** Replaces the spec. Pausing deletes the HPA, with its history and conditions (KEDA scaledobject_controller.go). */
export function edit(run: Run, spec: ScalingSpec): void {
  run.spec = spec;
  if (!isPaused(spec)) return;
  run.memory = undefined;
  run.shown = {};
}
