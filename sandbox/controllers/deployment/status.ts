import type { Deployment } from '../../../src/resources/deployment';
import type { Condition } from '../../../src/resources/object';
import type { Pod } from '../../../src/resources/pod';
import { withCondition } from '../conditions';
import { isReady } from '../podState';
import { timestamp } from '../timestamp';
import { progressing } from './progress';
import { rolloutLimits } from './rollout';
import { hashLabel, replicaSetName } from './template';

type Status = NonNullable<Deployment['status']>;

function available(deployment: Deployment, ready: number): Condition {
  const { replicas = 1 } = deployment.spec;
  return ready >= replicas - rolloutLimits(deployment).maxUnavailable
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };
}

/** The status of a Deployment with these active pods; `hash` names its current template. `now` is in milliseconds. */
export function deploymentStatus(
  deployment: Deployment,
  pods: readonly Pod[],
  hash: string,
  now: number,
): Status {
  const { replicas = 1 } = deployment.spec;
  const ready = pods.filter(isReady).length;
  const counts: Status = {
    observedGeneration: deployment.metadata.generation ?? 1,
    replicas: pods.length,
    updatedReplicas: pods.filter((pod) => pod.metadata.labels?.[hashLabel] === hash).length,
    readyReplicas: ready,
    availableReplicas: ready,
    unavailableReplicas: Math.max(0, Math.max(replicas, pods.length) - ready),
  };
  const progress = progressing(deployment, counts, replicaSetName(deployment, hash), now);
  const time = timestamp(now);
  const conditions = withCondition(deployment.status?.conditions, available(deployment, ready), time);
  return { ...counts, conditions: withCondition(conditions, progress, time) };
}
