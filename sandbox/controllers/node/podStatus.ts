import type { Condition } from '../../../src/resources/object';
import type { Pod } from '../../../src/resources/pod';
import { withCondition } from '../conditions';

type Status = NonNullable<Pod['status']>;

/** Readiness of a pod before its containers are ready. */
function notReady(pod: Pod): Condition[] {
  const names = pod.spec.containers.map(({ name }) => name).join(' ');
  const message = `containers with unready status: [${names}]`;
  return [
    { type: 'Ready', status: 'False', reason: 'ContainersNotReady', message },
    { type: 'ContainersReady', status: 'False', reason: 'ContainersNotReady', message },
  ];
}

function withAll(pod: Pod, conditions: readonly Condition[], now: string): Condition[] {
  return conditions.reduce<Condition[]>(
    (all, condition) => withCondition(all, condition, now),
    pod.status?.conditions ?? [],
  );
}

/** The status of a pod whose node has taken it on and pulls its images. */
export function createdOnNode(pod: Pod, now: string): Status {
  const settled: Condition[] = [
    { type: 'PodScheduled', status: 'True' },
    { type: 'Initialized', status: 'True' },
  ];
  return {
    ...pod.status,
    phase: 'Pending',
    startTime: now,
    conditions: withAll(pod, [...settled, ...notReady(pod)], now),
    containerStatuses: pod.spec.containers.map(({ name }) => ({
      name,
      ready: false,
      started: false,
      restartCount: 0,
      state: { waiting: { reason: 'ContainerCreating' } },
    })),
  };
}

/** The status of a pod whose containers run; the model is not loaded yet. */
export function running(pod: Pod, now: string, podIP: string): Status {
  return {
    ...pod.status,
    phase: 'Running',
    podIP,
    conditions: withAll(pod, notReady(pod), now),
    containerStatuses: pod.spec.containers.map(({ name }) => ({
      name,
      ready: false,
      started: true,
      restartCount: 0,
      state: { running: { startedAt: now } },
    })),
  };
}

/** The status of a pod that serves. */
export function serving(pod: Pod, now: string): Status {
  const ready: Condition[] = [
    { type: 'Ready', status: 'True' },
    { type: 'ContainersReady', status: 'True' },
  ];
  return {
    ...pod.status,
    conditions: withAll(pod, ready, now),
    containerStatuses: (pod.status?.containerStatuses ?? []).map((status) => ({ ...status, ready: true })),
  };
}
