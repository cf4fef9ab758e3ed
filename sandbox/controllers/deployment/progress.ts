import { findCondition } from '../../../src/resources/conditions';
import type { Deployment } from '../../../src/resources/deployment';
import type { Condition } from '../../../src/resources/object';
import { timestamp } from '../timestamp';

type Status = NonNullable<Deployment['status']>;
/** The Progressing condition also says when it last moved. */
type ProgressCondition = Condition & { lastUpdateTime?: string };

function moved(previous: Status | undefined, next: Status): boolean {
  return (
    previous?.updatedReplicas !== next.updatedReplicas ||
    previous?.readyReplicas !== next.readyReplicas ||
    (previous?.replicas ?? 0) > (next.replicas ?? 0)
  );
}

function isComplete({ spec }: Deployment, { updatedReplicas, readyReplicas, replicas }: Status): boolean {
  const wanted = spec.replicas ?? 1;
  return updatedReplicas === wanted && readyReplicas === wanted && replicas === wanted;
}

function isOverdue({ spec }: Deployment, { lastUpdateTime = '' }: ProgressCondition, now: number): boolean {
  return now - Date.parse(lastUpdateTime) >= (spec.progressDeadlineSeconds ?? 600) * 1000;
}

/**
 * The Progressing condition: complete, progressing, or timed out (kubernetes pkg/controller/deployment/progress.go).
 * `next` is the status to come, `set` the name of the current template's replica set, `now` in milliseconds.
 */
export function progressing(
  deployment: Deployment,
  next: Status,
  set: string,
  now: number,
): ProgressCondition {
  const found: ProgressCondition | undefined = findCondition(deployment.status?.conditions, 'Progressing');
  const known = found?.message?.includes(`"${set}"`) === true ? found : undefined;
  const base = { type: 'Progressing', lastUpdateTime: timestamp(now) };
  // A finished rollout stays finished while the Deployment is only scaled.
  if (known?.reason === 'NewReplicaSetAvailable') return known;
  if (isComplete(deployment, next)) {
    const message = `ReplicaSet "${set}" has successfully progressed.`;
    return { ...base, status: 'True', reason: 'NewReplicaSetAvailable', message };
  }
  if (known === undefined || moved(deployment.status, next)) {
    const message = `ReplicaSet "${set}" is progressing.`;
    return { ...base, status: 'True', reason: 'ReplicaSetUpdated', message };
  }
  if (known.reason === 'ProgressDeadlineExceeded' || !isOverdue(deployment, known, now)) return known;
  const message = `ReplicaSet "${set}" has timed out progressing.`;
  return { ...base, status: 'False', reason: 'ProgressDeadlineExceeded', message };
}
