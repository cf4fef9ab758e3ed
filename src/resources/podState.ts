import { findCondition } from './conditions';
import { known } from './known';
import type { Pod } from './pod';
import { failureOf } from './podFailure';
import type { PodFailure } from './podFailure';
import { timeOf } from './time';

/** Where a pod of a model stands. `since` is in milliseconds since 1970. */
export type PodState =
  | ({ code: 'failed' } & PodFailure)
  /** No node is chosen; `message` are the scheduler's words once it has tried. */
  | { code: 'waitsForNode'; since?: number; message?: string }
  /** On a node: images are pulled, init containers fetch the model, containers are created. */
  | { code: 'creating'; since?: number }
  /** Containers run and are not ready: the engine loads the model. */
  | { code: 'loading'; since?: number }
  | { code: 'ready'; since?: number }
  /** `until` is when the kubelet ends it at the latest. */
  | { code: 'terminating'; until?: number }
  | { code: 'completed' }
  /** The node does not answer, so nothing newer is known. */
  | { code: 'unknown' };

/** A state without its facts. */
export type PodStateCode = PodState['code'];

/** States in the order of how much they need somebody. */
export const podStateOrder: readonly PodStateCode[] = [
  'failed',
  'unknown',
  'waitsForNode',
  'creating',
  'loading',
  'ready',
  'terminating',
  'completed',
];

/** KServe's name of the container that holds the engine (pkg/constants: InferenceServiceContainerName). */
const engineContainer = 'kserve-container';

function pendingState(pod: Pod): PodState {
  const scheduled = findCondition(pod.status?.conditions, 'PodScheduled');
  if (pod.spec.nodeName === undefined && scheduled?.status !== 'True') {
    const since = timeOf(pod.metadata.creationTimestamp);
    return known({ code: 'waitsForNode' as const, since, message: scheduled?.message });
  }
  const since = timeOf(scheduled?.lastTransitionTime ?? pod.status?.startTime);
  return known({ code: 'creating' as const, since });
}

function runningState(pod: Pod): PodState {
  const ready = findCondition(pod.status?.conditions, 'Ready');
  if (ready?.status === 'True') {
    return known({ code: 'ready' as const, since: timeOf(ready.lastTransitionTime) });
  }
  const statuses = pod.status?.containerStatuses ?? [];
  const engine = statuses.find(({ name }) => name === engineContainer) ?? statuses[0];
  return known({ code: 'loading' as const, since: timeOf(engine?.state?.running?.startedAt) });
}

/** The state of a pod from its own fields alone; failures count also while the kubelet tries again. */
export function podStateOf(pod: Pod): PodState {
  const { deletionTimestamp } = pod.metadata;
  // The API server sets the time at which the grace period ends (metav1.ObjectMeta).
  if (deletionTimestamp !== undefined) {
    return known({ code: 'terminating' as const, until: timeOf(deletionTimestamp) });
  }
  const failure = failureOf(pod);
  if (failure !== undefined) return { code: 'failed', ...failure };
  switch (pod.status?.phase) {
    case 'Succeeded':
      return { code: 'completed' };
    case 'Unknown':
      return { code: 'unknown' };
    case 'Running':
      return runningState(pod);
    case undefined:
    case 'Pending':
    case 'Failed':
      return pendingState(pod);
  }
}
