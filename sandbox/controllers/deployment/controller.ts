import type { Deployment } from '../../../src/resources/deployment';
import { deploymentKind, podKind } from '../../../src/resources/kinds';
import type { Condition } from '../../../src/resources/object';
import type { Pod } from '../../../src/resources/pod';
import { ApiError } from '../../client/kubeClient';
import type { Controller, ControllerContext } from '../context';
import { isOwnedBy } from '../../../src/resources/owner';
import { removeOrphans } from '../orphans';
import { isActive, selectorText } from '../podState';
import { addressOf, keyOf, startWorkQueue } from '../workQueue';
import { planRollout } from './rollout';
import { deploymentStatus } from './status';
import { hashLabel, newPod, replicaSetName, templateHash } from './template';
import { sameJson } from '../json';

/** How long a refused pod waits for the next try, in simulated milliseconds. */
const refusedRetryMs = 30_000;

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

/** The pods of a Deployment after a step of its rollout, and why the API server would not have more of them. */
interface Rolled {
  pods: Pod[];
  refusal?: string;
}

/** Creates pods until there are enough or the API server refuses one, as a quota makes it do. */
async function createPods(
  { client, events }: ControllerContext,
  deployment: Deployment,
  hash: string,
  count: number,
): Promise<Rolled> {
  const pods: Pod[] = [];
  try {
    while (pods.length < count) pods.push(await client.create(podKind, newPod(deployment, hash)));
    return { pods };
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 403)) throw error;
    const message = `Error creating: ${error.message}`;
    events.record(deployment, {
      type: 'Warning',
      reason: 'FailedCreate',
      message,
      source: 'replicaset-controller',
    });
    return { pods, refusal: error.message };
  }
}

async function roll(
  context: ControllerContext,
  deployment: Deployment,
  pods: readonly Pod[],
): Promise<Rolled> {
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
  const made = await createPods(context, deployment, hash, plan.create);
  for (const pod of plan.remove) await client.remove(podKind, pod.metadata.namespace, pod.metadata.name);
  return { ...made, pods: [...pods.filter((pod) => !plan.remove.includes(pod)), ...made.pods] };
}

/** ReplicaFailure, which a Deployment has only while pods are refused. */
function replicaFailure(refusal: string | undefined): Condition[] {
  return refusal === undefined
    ? []
    : [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message: refusal }];
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
    const { pods, refusal } = await roll(context, deployment, await podsOf(context, deployment));
    const counted = deploymentStatus(deployment, pods, templateHash(deployment), clock.now());
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
