import type { ContainerState, ContainerStatus, Pod } from './pod';

/** Why a pod, or one of its containers, does not run. */
export interface PodFailure {
  /** One word of Kubernetes, such as "ImagePullBackOff", "OOMKilled" or "Evicted". */
  reason: string;
  message?: string;
  exitCode?: number;
}

/** What the kubelet says while all goes well (pkg/kubelet: ContainerCreating, PodInitializing). */
const calmReasons = new Set(['ContainerCreating', 'PodInitializing']);

function ended({ terminated }: ContainerState): PodFailure | undefined {
  if (terminated === undefined || terminated.exitCode === 0) return undefined;
  const { reason = 'Error', message, exitCode } = terminated;
  return { reason, exitCode, ...(message !== undefined && message !== '' && { message }) };
}

function containerFailure({ state = {}, lastState = {} }: ContainerStatus): PodFailure | undefined {
  const { waiting } = state;
  if (waiting?.reason === undefined || calmReasons.has(waiting.reason)) return ended(state);
  const before = ended(lastState);
  // CrashLoopBackOff only says that it waits; why it crashed is in the state before.
  return {
    ...before,
    reason: before === undefined ? waiting.reason : `${waiting.reason}, ${before.reason}`,
    ...(waiting.message !== undefined && { message: waiting.message }),
  };
}

/** The failure of a pod; undefined when there is none. */
export function failureOf({ status = {} }: Pod): PodFailure | undefined {
  const { initContainerStatuses = [], containerStatuses = [], phase, reason, message } = status;
  const failures = [...initContainerStatuses, ...containerStatuses].map(containerFailure);
  const inContainer = failures.find((failure) => failure !== undefined);
  if (phase !== 'Failed') return inContainer;
  if (reason === undefined) return inContainer ?? { reason: 'Failed' };
  return { ...inContainer, reason, ...(message !== undefined && { message }) };
}
