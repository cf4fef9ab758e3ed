import type { Deployment } from '../../../src/resources/deployment';
import type { InferenceService } from '../../../src/resources/inferenceService';
import type { Condition } from '../../../src/resources/object';
import { findCondition } from '../../../src/resources/conditions';
import type { Pod } from '../../../src/resources/pod';
import { withCondition } from '../conditions';
import { timestamp } from '../timestamp';
import { predictorUrl } from './service';

type Status = NonNullable<InferenceService['status']>;

/** What the status is made from; no Deployment while it could not be made. */
export interface Observed {
  mode: string;
  stopped: boolean;
  runtime?: string;
  deployment?: Deployment;
  /** Why the model's spec cannot be served, if so. */
  invalid?: { reason: string; message: string };
  /** Whether others than a Deployment of KServe's serve it, such as Knative. */
  elsewhere?: boolean;
  /** Of a pod whose container ends again and again. */
  failure?: LoadFailure;
}

/** status.modelStatus.lastFailureInfo of a model that does not load. */
export interface LoadFailure {
  reason: 'ModelLoadFailed';
  message: string;
  exitCode: number;
}

/** The failure of the first pod in a crash loop (KServe inference_service_status.go PropagateModelStatus). */
export function loadFailureOf(pods: readonly Pod[]): LoadFailure | undefined {
  const failed = pods
    .flatMap(({ status }) => status?.containerStatuses ?? [])
    .find(({ state }) => state?.waiting?.reason === 'CrashLoopBackOff');
  if (failed === undefined) return undefined;
  const { exitCode = 1, message = '' } = failed.lastState?.terminated ?? {};
  return { reason: 'ModelLoadFailed', message, exitCode };
}

function predictorReady({ deployment, stopped, invalid, elsewhere = false }: Observed): Condition {
  const type = 'PredictorReady';
  if (stopped) return { type, status: 'False', reason: 'Stopped' };
  if (invalid !== undefined) return { type, status: 'False', ...invalid };
  if (elsewhere) return { type, status: 'True' };
  const available = findCondition(deployment?.status?.conditions, 'Available');
  if (available === undefined) return { type, status: 'Unknown' };
  const { status, reason = '', message = '' } = available;
  return status === 'True' ? { type, status } : { type, status, reason, message };
}

function conditions(observed: Observed): Condition[] {
  const ready = predictorReady(observed);
  const serves = ready.status === 'True';
  const { reason = '', message = '' } = ready;
  const blocked = { reason, message };
  const ingress: Condition = serves
    ? { type: 'IngressReady', status: 'True' }
    : {
        type: 'IngressReady',
        status: ready.status,
        reason: observed.stopped ? 'Stopped' : 'Predictor ingress not created',
      };
  const overall: Condition = { type: 'Ready', status: ready.status, ...(serves ? {} : blocked) };
  const stopped: Condition = { type: 'Stopped', status: observed.stopped ? 'True' : 'False' };
  return [ingress, ready, overall, stopped];
}

/** status.modelStatus: loaded once the predictor is available, pending while there is no pod. */
function modelStatus(
  { deployment, invalid, failure, elsewhere = false }: Observed,
  serves: boolean,
): NonNullable<Status['modelStatus']> {
  const { replicas = 0, readyReplicas = 0 } = deployment?.status ?? {};
  const copies = { totalCopies: readyReplicas, failedCopies: 0 };
  if (invalid !== undefined) {
    const states = { activeModelState: '', targetModelState: 'FailedToLoad' };
    return { copies, states, transitionStatus: 'InvalidSpec', lastFailureInfo: invalid };
  }
  if (serves && (readyReplicas > 0 || elsewhere)) {
    const states = { activeModelState: 'Loaded', targetModelState: 'Loaded' };
    return { copies, states, transitionStatus: 'UpToDate' };
  }
  if (failure !== undefined) {
    const states = { activeModelState: '', targetModelState: 'FailedToLoad' };
    const failed = { ...copies, failedCopies: 1 };
    return { copies: failed, states, transitionStatus: 'BlockedByFailedLoad', lastFailureInfo: failure };
  }
  const states = { activeModelState: '', targetModelState: replicas === 0 ? 'Pending' : 'Loading' };
  return { copies, states, transitionStatus: 'InProgress' };
}

/** The InferenceService's status (KServe inference_service_status.go). `now` is in milliseconds. */
export function inferenceServiceStatus(
  service: InferenceService,
  observed: Observed,
  now: number,
): Status & Record<string, unknown> {
  const time = timestamp(now);
  const all = conditions(observed).reduce<Condition[]>(
    (sum, condition) => [...sum, ...withCondition(known(service, condition.type), condition, time)],
    [],
  );
  const serves = findCondition(all, 'PredictorReady')?.status === 'True';
  const base = {
    observedGeneration: service.metadata.generation ?? 1,
    deploymentMode: observed.mode,
    conditions: all,
  };
  if (observed.stopped) return base;
  const url = predictorUrl(service);
  return {
    ...base,
    ...(observed.runtime === undefined ? {} : { servingRuntimeName: observed.runtime }),
    modelStatus: modelStatus(observed, serves),
    ...(serves
      ? { url, address: { url }, components: { predictor: { url } } }
      : { components: { predictor: {} } }),
  };
}

function known(service: InferenceService, type: string): Condition[] {
  const condition = findCondition(service.status?.conditions, type);
  return condition === undefined ? [] : [condition];
}
