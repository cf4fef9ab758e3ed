import { findCondition } from './conditions';
import type { Pod } from './pod';
import { timeOf } from './time';

/**
 * How long the newest ready replica took from its creation until it served, in milliseconds; undefined while none does. A
 * replica that lost its readiness and found it again tells nothing: only the last change is kept, so restarts are left out.
 */
export function coldStartOf(pods: readonly Pod[]): number | undefined {
  const starts = pods.flatMap(({ metadata, status }) => {
    const created = timeOf(metadata.creationTimestamp);
    const ready = findCondition(status?.conditions, 'Ready');
    const served = ready?.status === 'True' ? timeOf(ready.lastTransitionTime) : undefined;
    const restarted = status?.containerStatuses?.some(({ restartCount }) => restartCount > 0) ?? false;
    return created === undefined || served === undefined || restarted ? [] : [{ created, served }];
  });
  const newest = starts.toSorted((a, b) => b.created - a.created)[0];
  return newest && newest.served - newest.created;
}
