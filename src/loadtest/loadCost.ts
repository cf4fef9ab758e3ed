import { gpusOf } from '../resources/gpus';
import { replicasOf } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';
import type { LoadPlan } from './loadPlan';
import { secondsOf, stepsOf } from './loadPlan';

/** What a test may cost at most. */
export interface LoadCost {
  /** Replicas now, and as many as the policy allows. */
  replicas: number;
  most: number;
  perReplica: number;
  /** GPUs of all replicas. */
  gpus: number;
  /** Of the load alone. */
  testSeconds: number;
  /** Until the added replicas are gone again: the load, and the window of scaling down. */
  seconds: number;
  /** GPUs beside those in use, times hours. */
  extraGpuHours: number;
  /** Nothing adds replicas: the test shows the queue alone. */
  fixed: boolean;
}

/** The most that a plan costs on a model; `windowSeconds` is the stabilization window of scaling down. */
export function loadCost(model: ServedModel, plan: LoadPlan, windowSeconds: number): LoadCost {
  const { current = 0, max } = replicasOf(model);
  const scales = model.scaledObject !== undefined || model.kserveHpa !== undefined;
  const most = scales ? Math.max(current, max) : current;
  const { perReplica } = gpusOf(model);
  const testSeconds = secondsOf(stepsOf(plan));
  const seconds = testSeconds + windowSeconds;
  return {
    replicas: current,
    most,
    perReplica,
    gpus: most * perReplica,
    testSeconds,
    seconds,
    extraGpuHours: ((most - current) * perReplica * seconds) / 3600,
    fixed: most === current && !scales,
  };
}
