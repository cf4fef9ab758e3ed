import { findCondition, hasStatus } from '../../../src/resources/conditions';
import type { Job } from '../../../src/resources/job';
import type { Condition } from '../../../src/resources/object';
import type { Pod } from '../../../src/resources/pod';
import { withCondition } from '../conditions';
import { isActive, isReady } from '../podState';
import { timestamp } from '../timestamp';

type Status = NonNullable<Job['status']>;

/** Whether the Job has ended, well or not. */
export function isFinished({ status }: Job): boolean {
  return hasStatus(status?.conditions, 'Complete', 'True') || hasStatus(status?.conditions, 'Failed', 'True');
}

/** When the Job ended, in simulated milliseconds; undefined while it has not. */
export function finishedAt({ status }: Job): number | undefined {
  const end = ['Complete', 'Failed']
    .map((type) => findCondition(status?.conditions, type))
    .find((condition) => condition?.status === 'True');
  return end?.lastTransitionTime === undefined ? undefined : Date.parse(end.lastTransitionTime);
}

/** When the Job has to be over, in simulated milliseconds (activeDeadlineSeconds counts from its start). */
export function deadlineOf({ spec, status }: Job): number | undefined {
  if (spec.activeDeadlineSeconds === undefined || status?.startTime === undefined) return undefined;
  return Date.parse(status.startTime) + spec.activeDeadlineSeconds * 1000;
}

/** Why a Job fails now; undefined when it does not. */
function failureOf(job: Job, failed: number, now: number): Condition | undefined {
  const deadline = deadlineOf(job);
  if (deadline !== undefined && now >= deadline) {
    const message = 'Job was active longer than specified deadline';
    return { type: 'Failed', status: 'True', reason: 'DeadlineExceeded', message };
  }
  if (failed <= (job.spec.backoffLimit ?? 6)) return undefined;
  const message = 'Job has reached the specified backoff limit';
  return { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message };
}

/** The status of a Job with these pods (kubernetes pkg/controller/job); `now` in simulated milliseconds. */
export function jobStatus(job: Job, pods: readonly Pod[], now: number): Status {
  const time = timestamp(now);
  const { conditions } = job.status ?? {};
  const count = (phase: string): number => pods.filter(({ status }) => status?.phase === phase).length;
  const [succeeded, failed] = [count('Succeeded'), count('Failed')];
  const active = pods.filter(isActive);
  const base: Status = {
    startTime: job.status?.startTime ?? time,
    ready: active.filter(isReady).length,
    ...(active.length > 0 ? { active: active.length } : {}),
    ...(succeeded > 0 ? { succeeded } : {}),
    ...(failed > 0 ? { failed } : {}),
    ...(conditions === undefined ? {} : { conditions }),
  };
  if (succeeded >= (job.spec.completions ?? 1)) {
    const done: Condition = { type: 'Complete', status: 'True', reason: 'CompletionsReached' };
    const message = 'Reached expected number of succeeded pods';
    return {
      ...base,
      completionTime: time,
      conditions: withCondition(conditions, { ...done, message }, time),
    };
  }
  const failure = failureOf({ ...job, status: base }, failed, now);
  return failure === undefined ? base : { ...base, conditions: withCondition(conditions, failure, time) };
}
