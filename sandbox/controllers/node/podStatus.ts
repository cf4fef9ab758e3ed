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
    containerStatuses: pod.spec.containers.map(({ name }, index) => ({
      ...pod.status?.containerStatuses?.[index],
      name,
      ready: false,
      started: true,
      restartCount: pod.status?.containerStatuses?.[index]?.restartCount ?? 0,
      state: { running: { startedAt: now } },
    })),
  };
}

const crashLoop = 'CrashLoopBackOff';

/** Whether a container waits to be started again. */
export function isCrashed(pod: Pod): boolean {
  return (pod.status?.containerStatuses ?? []).some(({ state }) => state?.waiting?.reason === crashLoop);
}

/** The status of a pod whose first container has ended with an error; the kubelet will start it again. */
export function crashed(pod: Pod, now: string, message: string): Status {
  const [first, ...others] = pod.status?.containerStatuses ?? [];
  if (first === undefined) return { ...pod.status };
  const terminated = { exitCode: 1, reason: 'Error', message, finishedAt: now };
  const waiting = { reason: crashLoop, message: `back-off restarting failed container=${first.name}` };
  const failed = {
    ...first,
    ready: false,
    started: false,
    restartCount: first.restartCount + 1,
    state: { waiting },
    lastState: { terminated },
  };
  return {
    ...pod.status,
    conditions: withAll(pod, notReady(pod), now),
    containerStatuses: [failed, ...others],
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

/** The status of a pod of a Job whose container has ended; with an error, `message` are its last words. */
export function exited(pod: Pod, now: string, exitCode: number, message?: string): Status {
  const [first, ...others] = pod.status?.containerStatuses ?? [];
  const startedAt = first?.state?.running?.startedAt;
  const terminated = {
    exitCode,
    reason: exitCode === 0 ? 'Completed' : 'Error',
    ...(message === undefined ? {} : { message }),
    ...(startedAt === undefined ? {} : { startedAt }),
    finishedAt: now,
  };
  const over: Condition[] = ['Ready', 'ContainersReady'].map((type) => ({
    type,
    status: 'False',
    reason: exitCode === 0 ? 'PodCompleted' : 'PodFailed',
  }));
  return {
    ...pod.status,
    phase: exitCode === 0 ? 'Succeeded' : 'Failed',
    conditions: withAll(pod, over, now),
    containerStatuses:
      first === undefined
        ? []
        : [{ ...first, ready: false, started: false, state: { terminated } }, ...others],
  };
}
