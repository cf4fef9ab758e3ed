import type { Deployment } from '../../../src/resources/deployment';
import { deploymentKind, podKind } from '../../../src/resources/kinds';
import type { Pod } from '../../../src/resources/pod';
import type { Controller, ControllerContext } from '../context';
import { isOwnedBy } from '../../../src/resources/owner';
import { removeOrphans } from '../orphans';
import { isActive, selectorText } from '../podState';
import { addressOf, keyOf, startWorkQueue } from '../workQueue';
import { planRollout } from './rollout';
import { deploymentStatus } from './status';
import { hashLabel, newPod, replicaSetName, templateHash } from './template';
import { sameJson } from '../json';

async function podsOf({ client }: ControllerContext, deployment: Deployment): Promise<Pod[]> {
  const selector = selectorText(deployment.spec.selector.matchLabels ?? {});
  const { items } = await client.list<Pod>(podKind, deployment.metadata.namespace, selector);
  return items.filter((pod) => isActive(pod) && isOwnedBy(pod, deployment));
}

/** The event of the deployment controller for each template whose number of pods changes. */
function recordScaling(
  { events }: ControllerContext,
  deployment: Deployment,
  hash: string,
  counts: { before: number; after: number },
): void {
  const { before, after } = counts;
  if (before === after) return;
  const direction = after > before ? 'up' : 'down';
  const set = replicaSetName(deployment, hash);
  events.record(deployment, {
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: `Scaled ${direction} replica set ${set} from ${String(before)} to ${String(after)}`,
    source: 'deployment-controller',
  });
}

async function roll(
  context: ControllerContext,
  deployment: Deployment,
  pods: readonly Pod[],
): Promise<Pod[]> {
  const { client } = context;
  const hash = templateHash(deployment);
  const plan = planRollout(deployment, pods, hash);
  const hashOf = (pod: Pod): string => pod.metadata.labels?.[hashLabel] ?? '';
  for (const one of new Set([hash, ...pods.map(hashOf)])) {
    const before = pods.filter((pod) => hashOf(pod) === one).length;
    const removed = plan.remove.filter((pod) => hashOf(pod) === one).length;
    const after = before - removed + (one === hash ? plan.create : 0);
    recordScaling(context, deployment, one, { before, after });
  }
  const made: Pod[] = [];
  for (let left = plan.create; left > 0; left -= 1)
    made.push(await client.create(podKind, newPod(deployment, hash)));
  for (const pod of plan.remove) await client.remove(podKind, pod.metadata.namespace, pod.metadata.name);
  return [...pods.filter((pod) => !plan.remove.includes(pod)), ...made];
}

/** Keeps the pods of each Deployment as its template and replicas say (kubernetes pkg/controller/deployment). */
export function startDeploymentController(context: ControllerContext): Controller {
  const { client, clock, informers } = context;

  async function reconcile(key: string): Promise<void> {
    const { namespace, name } = addressOf(key);
    const deployment = await client.get<Deployment>(deploymentKind, namespace, name);
    if (deployment === undefined)
      await removeOrphans(client, [podKind], namespace, { kind: 'Deployment', name });
    if (deployment === undefined || deployment.metadata.deletionTimestamp !== undefined) return;
    const pods = await roll(context, deployment, await podsOf(context, deployment));
    const status = deploymentStatus(deployment, pods, templateHash(deployment), clock.now());
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
      const owner = pod.metadata.ownerReferences?.find(({ kind }) => kind === 'Deployment');
      if (owner !== undefined) queue.add(`${pod.metadata.namespace ?? ''}/${owner.name}`);
    }),
  ];
  return {
    async stop() {
      for (const end of unsubscribe) end();
      await queue.stop();
    },
  };
}
