import { findCondition } from './conditions';
import type { Deployment } from './deployment';
import type { Pod } from './pod';
import { timeOf } from './time';

/** Kubernetes' default for a Deployment: a start that takes longer has failed. */
const defaultDeadline = 600;

/** After how long a start has failed, in milliseconds. */
export function startDeadline(deployment: Deployment | undefined): number {
  return (deployment?.spec.progressDeadlineSeconds ?? defaultDeadline) * 1000;
}

/**
 * How long the newest ready replica took from its creation until it served, in milliseconds; undefined while none does.
 * Only the last change of its readiness is kept: what was restarted, or became ready later than the Deployment waits for a
 * start, lost it and found it again, and tells nothing.
 */
export function coldStartOf(pods: readonly Pod[], deployment?: Deployment): number | undefined {
  const longest = startDeadline(deployment);
  const starts = pods.flatMap(({ metadata, status }) => {
    const created = timeOf(metadata.creationTimestamp);
    const ready = findCondition(status?.conditions, 'Ready');
    const served = ready?.status === 'True' ? timeOf(ready.lastTransitionTime) : undefined;
    const restarted = status?.containerStatuses?.some(({ restartCount }) => restartCount > 0) ?? false;
    if (created === undefined || served === undefined || restarted || served - created > longest) return [];
    return [{ created, served }];
  });
  const newest = starts.toSorted((a, b) => b.created - a.created)[0];
  return newest && newest.served - newest.created;
}
