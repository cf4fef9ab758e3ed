import type { Hold } from '../resources/pause';
import type { Arithmetic } from './arithmetic';

/** How a state is coloured; success is the calm one. */
export type Tone = 'success' | 'info' | 'warning' | 'danger' | 'neutral';

/** The load and replicas of an autoscaled model; what is not known is absent. */
export interface Scaling {
  /** load / threshold = wanted replicas, when all three are known. */
  arithmetic?: Arithmetic;
  min: number;
  max: number;
}

/** A list that could not be read, so that a state cannot be told. */
export interface MissingInput {
  /** Plural of the kind, such as "scaledobjects". */
  plural: string;
  /** forbidden: no right to list; absent: the API is not installed; failed: the request failed. */
  why: 'forbidden' | 'absent' | 'failed';
}

/** Everything but the tone. Messages and reasons are the cluster's own words. */
export type StatusFacts =
  /** The annotation serving.kserve.io/stop, or the condition Stopped. */
  | { code: 'stopped' }
  /** Knative or ModelMesh: KEDA works in Standard (RawDeployment) mode only. mode as found in the object. */
  | { code: 'notApplicable'; mode: string }
  /** The class left keda, but KServe's ScaledObject still scales the Deployment. */
  | { code: 'orphanScaledObject'; scaledObject: string; autoscalerClass: string; deployment: string }
  /** Two autoscalers select the same pods; the HPA controller then acts on neither. */
  | { code: 'twoAutoscalers'; names: readonly string[]; deployment: string; message?: string }
  /** Class keda without a ScaledObject. hpaInTheWay: name of KServe's HPA that KEDA's webhook will not tolerate. */
  | { code: 'blocked'; hpaInTheWay?: string; message?: string }
  /** since: ms; by: field manager that set the annotation; pausedAt: the count of paused-replicas. */
  | { code: 'paused'; replicas?: number; pausedAt?: number; since?: number; by?: string }
  /** Scaling in one direction is paused (or in both, with KEDA's HPA in place). since, by: as in paused. */
  | { code: 'held'; down: boolean; up: boolean; replicas?: number; since?: number; by?: string }
  /** KEDA or the HPA cannot read the metric: nothing scales (KEDA never scales down on an error). */
  | { code: 'queryFails'; source: 'keda' | 'hpa'; reason?: string; message?: string }
  /** The ScaledObject is not ready for another reason than its query. */
  | { code: 'notReady'; reason?: string; message?: string }
  /** Ready=Unknown: one of several triggers fails. */
  | { code: 'degraded'; reason?: string; message?: string }
  /** The ScaledObject carries no Ready condition yet. since: its creation, ms. */
  | { code: 'waitingForKeda'; since?: number }
  | { code: 'scaledToZero'; http: boolean }
  /** The query gives no series although replicas (so many) serve: KEDA reads 0. */
  | { code: 'noData'; replicas: number }
  /** wants is absent when only the HPA's condition tells. ready < max: replicas are still on their way. */
  | ({ code: 'atMaximum'; wants?: number; waiting?: number; ready: number; pendingPods: number } & Scaling)
  /** message: the scheduler's words for one of the pods; gpu: it names a GPU resource. */
  | { code: 'waitingForGpus'; pods: number; gpu: boolean; message?: string; since?: number }
  /** from: ready replicas; to: wanted replicas. */
  | ({ code: 'scalingUp'; from: number; to: number; since?: number } & Scaling)
  /** from is absent when the Deployment already has the new number. */
  | ({ code: 'scalingDown'; from?: number; to: number } & Scaling)
  /** until: ms when the scale-down window ends (absent: not known; the past: at the next sync); to: replicas after it. */
  | ({
      code: 'holding';
      replicas: number;
      to?: number;
      until?: number;
      windowSeconds: number;
      /** Scaling down is switched off (paused-scale-in): the window never ends. */
      scaleDownDisabled: boolean;
    } & Scaling)
  /** Replicas that are not ready and that no scale-up explains. since: ms. */
  | { code: 'loading'; replicas: number; ready: number; desired: number; since?: number }
  /** idle: nothing waits, at the minimum. replicas: of the Deployment. */
  | ({ code: 'idle' | 'steady'; replicas?: number; running?: number } & Scaling)
  /** Nothing happens, and KEDA reads 0 from a query of its own: it gives 0, or no series. */
  | { code: 'atRest' }
  /** Nothing happens, and nobody knows what the trigger's query gives. waiting: KEDA reads 0 while so many wait. */
  | { code: 'loadUnknown'; waiting?: number }
  /** Class hpa: follows CPU. hpa: name of KServe's HPA, if it is there. */
  | { code: 'cpuAutoscaling'; hpa?: string }
  /** Scaled by the KEDA HTTP add-on. */
  | { code: 'http'; scaledObject: string; replicas?: number }
  /** Class none: as many replicas as minReplicas says. */
  | { code: 'fixed'; replicas?: number }
  /** Class external, or a class that this version does not know: another controller decides. */
  | { code: 'external'; autoscalerClass: string; scaledObject?: string }
  | { code: 'unknown'; missing: readonly MissingInput[] };

export type StatusCode = StatusFacts['code'];

/** The state of a model: code, tone and the facts that its reason line needs. */
export type ModelStatus = StatusFacts & {
  tone: Tone;
  /** One direction is paused while something else is the state (held itself says it). */
  hold?: Hold;
  /** Why the API server refuses further pods, such as an exceeded quota; in its words. */
  refusal?: string;
  /** Why the model does not load, in KServe's words. */
  loadFailure?: string;
};

/** The tone of each state. */
export const toneOf: Readonly<Record<StatusCode, Tone>> = {
  orphanScaledObject: 'danger',
  twoAutoscalers: 'danger',
  blocked: 'danger',
  queryFails: 'danger',
  notReady: 'danger',
  noData: 'danger',
  degraded: 'warning',
  atMaximum: 'warning',
  waitingForGpus: 'warning',
  waitingForKeda: 'info',
  scalingUp: 'info',
  scalingDown: 'info',
  loading: 'info',
  unknown: 'neutral',
  loadUnknown: 'neutral',
  paused: 'neutral',
  held: 'neutral',
  holding: 'neutral',
  atRest: 'neutral',
  scaledToZero: 'neutral',
  idle: 'neutral',
  http: 'neutral',
  cpuAutoscaling: 'neutral',
  external: 'neutral',
  fixed: 'neutral',
  stopped: 'neutral',
  notApplicable: 'neutral',
  steady: 'success',
};
