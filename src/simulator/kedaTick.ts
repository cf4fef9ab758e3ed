import type { MetricReading } from './autoscaler';
import type { KedaCondition } from './kedaConditions';
import {
  activationForced,
  partialError,
  paused,
  ready,
  scalerCooldown,
  scalerNotActive,
  triggerError,
  triggersActive,
} from './kedaConditions';

/**
 * What KEDA's own loop reads of a ScaledObject. Times and periods are seconds; `pausedReplicas` set means paused at that
 * number. `hasFallback`: spec.fallback exists; `fallbackReplicas` its replicas (taken as more than 0 when left out).
 */
export interface ScaleTarget {
  minReplicas: number;
  maxReplicas: number;
  idleReplicas?: number;
  cooldownSeconds: number;
  initialCooldownSeconds: number;
  createdAt: number;
  paused?: boolean;
  pausedReplicas?: number;
  forceActivation?: boolean;
  pausedScaleIn?: boolean;
  pausedScaleOut?: boolean;
  hasFallback?: boolean;
  fallbackReplicas?: number;
}

/** One trigger at a tick. `fallbackActive`: the reading is the fallback's, which makes the trigger active. */
export interface TriggerReading {
  name: string;
  reading: MetricReading;
  activationThreshold: number;
  fallbackActive?: boolean;
}

/** Result of a tick. An absent condition keeps what it was; `event` is the reason of the Kubernetes event, if any. */
export interface Tick {
  replicas: number;
  lastActiveAt?: number;
  conditions: { Ready?: KedaCondition; Active?: KedaCondition; Paused?: KedaCondition };
  event?: string;
}

/** What the tick finds: spec.replicas of the target, and when a trigger was last active (absent: never). */
export interface TickState {
  replicas: number;
  lastActiveAt?: number;
}

function keep(state: TickState, Ready: KedaCondition, Active: KedaCondition): Tick {
  return { ...state, conditions: { Ready, Active } };
}

function activeTick(target: ScaleTarget, state: TickState, failed: boolean, now: number): Tick {
  const Active = target.forceActivation ? activationForced : triggersActive;
  const isIdle = target.idleReplicas !== undefined && state.replicas < target.minReplicas;
  if (state.replicas === 0 || isIdle) {
    if (target.pausedScaleOut) return keep(state, ready, Active);
    const replicas = Math.max(target.minReplicas, 1);
    return {
      replicas,
      lastActiveAt: now,
      conditions: { Ready: ready, Active },
      event: 'KEDAScaleTargetActivated',
    };
  }
  return failed ? keep(state, partialError, Active) : keep({ ...state, lastActiveAt: now }, ready, Active);
}

/** Strictly after the cooldown, or after the initial cooldown when no trigger was ever active. */
function isDue(target: ScaleTarget, state: TickState, now: number): boolean {
  return state.lastActiveAt === undefined
    ? target.createdAt + target.initialCooldownSeconds < now
    : state.lastActiveAt + target.cooldownSeconds < now;
}

function deactivate(target: ScaleTarget, state: TickState, now: number): Tick {
  if (target.pausedScaleIn) return keep(state, ready, scalerNotActive);
  if (!isDue(target, state, now)) return keep(state, ready, scalerCooldown);
  const replicas = target.idleReplicas ?? target.minReplicas;
  return { ...keep({ ...state, replicas }, ready, scalerNotActive), event: 'KEDAScaleTargetDeactivated' };
}

function inactiveTick(target: ScaleTarget, state: TickState, failed: boolean, now: number): Tick {
  const { minReplicas, idleReplicas } = target;
  if (failed && !target.hasFallback) return keep(state, triggerError, scalerNotActive);
  // The HPA applies the fallback later; at 0 replicas it could not, so the target stays as it is.
  if (failed && target.fallbackReplicas !== 0) return keep(state, ready, scalerNotActive);
  const isAboveIdle = idleReplicas !== undefined && state.replicas > idleReplicas;
  if (isAboveIdle || (state.replicas > 0 && minReplicas === 0)) return deactivate(target, state, now);
  if (idleReplicas === undefined && state.replicas < minReplicas) {
    return keep({ ...state, replicas: minReplicas }, ready, scalerNotActive);
  }
  return keep(state, ready, scalerNotActive);
}

function isActive({ reading, activationThreshold, fallbackActive }: TriggerReading): boolean {
  if (fallbackActive) return true;
  return 'value' in reading && (reading.exact ?? reading.value) > activationThreshold;
}

/**
 * One turn of KEDA's own loop over a ScaledObject: only 0 or idle <-> min, and "raise to min"; the rest is the HPA's
 * (KEDA pkg/scaling/executor/scale_scaledobjects.go RequestScale, controllers/keda/scaledobject_controller.go for the
 * pauses; contract 3.3, 3.4). `now` in seconds.
 */
export function kedaTick(
  target: ScaleTarget,
  state: TickState,
  triggers: readonly TriggerReading[],
  now: number,
): Tick {
  if (target.paused || target.pausedReplicas !== undefined) {
    return { ...state, replicas: target.pausedReplicas ?? state.replicas, conditions: { Paused: paused } };
  }
  const failed = triggers.some(({ reading }) => 'error' in reading);
  const tick =
    target.forceActivation || triggers.some(isActive)
      ? activeTick(target, state, failed, now)
      : inactiveTick(target, state, failed, now);
  if (!target.pausedScaleIn && !target.pausedScaleOut) return tick;
  return { ...tick, conditions: { ...tick.conditions, Paused: paused } };
}
