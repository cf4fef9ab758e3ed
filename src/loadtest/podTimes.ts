import { findCondition } from '../resources/conditions';
import { known } from '../resources/known';
import type { Pod } from '../resources/pod';
import { timeOf } from '../resources/time';

/** When a pod passed its stages, in seconds since 1970. */
export interface PodTimes {
  uid: string;
  createdAt: number;
  scheduledAt?: number;
  readyAt?: number;
}

function since({ status }: Pod, type: string): number | undefined {
  const condition = findCondition(status?.conditions, type);
  const time = condition?.status === 'True' ? timeOf(condition.lastTransitionTime) : undefined;
  return time === undefined ? undefined : time / 1000;
}

/** The times of a pod; undefined before it is stored. */
export function podTimesOf(pod: Pod): PodTimes | undefined {
  const { uid, creationTimestamp } = pod.metadata;
  const created = timeOf(creationTimestamp);
  if (uid === undefined || created === undefined) return undefined;
  return known({
    uid,
    createdAt: created / 1000,
    scheduledAt: since(pod, 'PodScheduled'),
    readyAt: since(pod, 'Ready'),
  });
}

/** What is known of pods with what is seen of them now: a pod that is gone keeps its times, and so does one that is no longer ready. */
export function rememberedTimes(before: readonly PodTimes[], pods: readonly Pod[]): readonly PodTimes[] {
  const all = new Map(before.map((times) => [times.uid, times]));
  for (const times of pods.map(podTimesOf)) {
    if (times !== undefined) all.set(times.uid, { ...all.get(times.uid), ...times });
  }
  return [...all.values()];
}
