import type { Deployment } from '../../../src/resources/deployment';
import { deploymentKind, podKind } from '../../../src/resources/kinds';
import type { Condition } from '../../../src/resources/object';
import type { Pod } from '../../../src/resources/pod';
import type { Controller, ControllerContext } from '../context';
import { isOwnedBy } from '../../../src/resources/owner';
import { removeOrphans } from '../orphans';
import { isActive, selectorText } from '../podState';
import { addressOf, keyOf, startWorkQueue } from '../workQueue';
import { replicaSetKind } from '../kinds';
import type { ReplicaSet } from './replicaSet';
import { deploymentNameOf, hashOf } from './replicaSet';
import type { Made } from './replicaSets';
import { createPods, deletePods, scaleCurrent, scaleOld, setsOf, settleSets } from './replicaSets';
import { planRollout } from './rollout';
import { deploymentStatus } from './status';
import { templateHash } from './template';
import { sameJson } from '../json';

/** How long a refused pod waits for the next try, in simulated milliseconds. */
const refusedRetryMs = 30_000;

async function podsOf(
  { client }: ControllerContext,
  deployment: Deployment,
  sets: readonly ReplicaSet[],
): Promise<Pod[]> {
  const selector = selectorText(deployment.spec.selector.matchLabels ?? {});
  const { items } = await client.list<Pod>(podKind, deployment.metadata.namespace, selector);
  return items.filter((pod) => isActive(pod) && sets.some((set) => isOwnedBy(pod, set)));
}

/** The pods of a Deployment after a step of its rollout, its ReplicaSets, and why there are not more pods. */
interface Rolled extends Made {
  sets: ReplicaSet[];
}

/** Does the next step of a rollout: what the deployment and the replicaset controller do on a cluster. */
async function roll(context: ControllerContext, deployment: Deployment, hash: string): Promise<Rolled> {
  const found = await setsOf(context, deployment);
  const pods = await podsOf(context, deployment, found);
  const plan = planRollout(deployment, pods, hash);
  const left = pods.filter((pod) => !plan.remove.includes(pod));
  const count = (of: string): number => left.filter((pod) => hashOf(pod) === of).length;
  const current = await scaleCurrent(context, deployment, found, hash, count(hash) + plan.create);
  const sets = [current];
  for (const set of found.filter((one) => hashOf(one) !== hash))
    sets.push(await scaleOld(context, deployment, set, count(hashOf(set))));
  const made = await createPods(context, current, plan.create);
  await deletePods(context, sets, plan.remove);
  const all = [...left, ...made.pods];
  await settleSets(context, deployment, sets, all, hash);
  return { ...made, pods: all, sets };
}

/** ReplicaFailure, which a Deployment has only while pods are refused. */
function replicaFailure(refusal: string | undefined): Condition[] {
  return refusal === undefined
    ? []
    : [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: refusal }];
}

/** Keeps ReplicaSets and pods of each Deployment as its template and replicas say (kubernetes pkg/controller/deployment). */
export function startDeploymentController(context: ControllerContext): Controller {
  const { client, clock, informers } = context;

  async function reconcile(key: string): Promise<void> {
    const { namespace, name } = addressOf(key);
    const deployment = await client.get<Deployment>(deploymentKind, namespace, name);
    if (deployment === undefined)
      await removeOrphans(client, [replicaSetKind], namespace, { kind: 'Deployment', name });
    if (deployment === undefined || deployment.metadata.deletionTimestamp !== undefined) return;
    const hash = templateHash(deployment);
    const { pods, refusal } = await roll(context, deployment, hash);
    const counted = deploymentStatus(deployment, pods, hash, clock.now());
    const known = (counted.conditions ?? []).filter(({ type }) => type !== 'ReplicaFailure');
    const status = { ...counted, conditions: [...known, ...replicaFailure(refusal)] };
    // Nothing in the cluster tells when there is room again.
    if (refusal !== undefined) queue.addAfter(key, refusedRetryMs);
    if (sameJson(status, deployment.status)) return;
    await client.mergePatch(deploymentKind, { namespace, name }, { status }, 'status');
    const { replicas = 1, progressDeadlineSeconds = 600 } = deployment.spec;
    if (status.updatedReplicas !== replicas || status.readyReplicas !== replicas)
      queue.addAfter(key, (progressDeadlineSeconds + 1) * 1000);
  }

  const queue = startWorkQueue(clock, reconcile, (_key, error) => {
    context.onError('deployment-controller', error);
  });
  const unsubscribe = [
    informers.deployments.onChange((_type, deployment) => {
      queue.add(keyOf(deployment));
    }),
    informers.pods.onChange((_type, pod) => {
      const name = deploymentNameOf(pod);
      if (name !== undefined) queue.add(`${pod.metadata.namespace ?? ''}/${name}`);
    }),
    informers.replicaSets.onChange((type, set) => {
      const owner = set.metadata.ownerReferences?.find(({ kind }) => kind === 'Deployment');
      if (type === 'DELETED' && owner !== undefined)
        queue.add(`${set.metadata.namespace ?? ''}/${owner.name}`);
    }),
  ];
  return {
    async stop() {
      for (const end of unsubscribe) end();
      await queue.stop();
    },
  };
}
