import { findCondition } from '../../../src/resources/conditions';
import type { Deployment } from '../../../src/resources/deployment';
import type { Pod } from '../../../src/resources/pod';
import { deploymentStatus } from './status';
import { hashLabel } from './template';

const start = Date.parse('2026-01-01T00:00:00Z');
const minute = 60_000;

function aDeployment(replicas: number): Deployment {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'llama', generation: 2 },
    spec: { replicas, selector: {}, template: { spec: { containers: [] } }, progressDeadlineSeconds: 600 },
  };
}

function aPod(hash: string, ready: boolean): Pod {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', labels: { [hashLabel]: hash } },
    spec: { containers: [] },
    status: { conditions: [{ type: 'Ready', status: ready ? 'True' : 'False' }] },
  };
}

describe('deploymentStatus', () => {
  it('counts existing, current, ready and missing replicas', () => {
    const pods = [aPod('old', true), aPod('new', false)];
    expect(deploymentStatus(aDeployment(3), pods, 'new', start)).toMatchObject({
      observedGeneration: 2,
      replicas: 2,
      updatedReplicas: 1,
      readyReplicas: 1,
      availableReplicas: 1,
      unavailableReplicas: 2,
    });
  });

  it.each([
    ['serves', [aPod('new', true)], 'True', 'NewReplicaSetAvailable'],
    ['loads', [aPod('new', false)], 'False', 'ReplicaSetUpdated'],
    ['is restarted', [aPod('old', true), aPod('new', false)], 'True', 'ReplicaSetUpdated'],
  ])('of a model that %s', (_what, pods, available, progress) => {
    const { conditions } = deploymentStatus(aDeployment(1), pods, 'new', start);
    expect(findCondition(conditions, 'Available')?.status).toBe(available);
    expect(findCondition(conditions, 'Progressing')?.reason).toBe(progress);
  });

  it('times out when the rollout has not moved for the deadline', () => {
    const deployment = aDeployment(1);
    const stuck = [aPod('old', true), aPod('new', false)];
    const reasonAt = (now: number): string | undefined => {
      deployment.status = deploymentStatus(deployment, stuck, 'new', now);
      return findCondition(deployment.status.conditions, 'Progressing')?.reason;
    };
    expect(reasonAt(start)).toBe('ReplicaSetUpdated');
    expect(reasonAt(start + 9 * minute)).toBe('ReplicaSetUpdated');
    expect(reasonAt(start + 10 * minute)).toBe('ProgressDeadlineExceeded');
  });

  it('stays progressed while a finished Deployment is scaled', () => {
    const deployment = aDeployment(1);
    deployment.status = deploymentStatus(deployment, [aPod('new', true)], 'new', start);
    deployment.spec.replicas = 3;
    const { conditions } = deploymentStatus(deployment, [aPod('new', true)], 'new', start + minute);
    expect(findCondition(conditions, 'Progressing')).toMatchObject({
      reason: 'NewReplicaSetAvailable',
      lastTransitionTime: '2026-01-01T00:00:00Z',
    });
  });
});
