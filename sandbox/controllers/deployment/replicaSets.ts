import type { Deployment } from '../../../src/resources/deployment';
import { deploymentKind, podKind } from '../../../src/resources/kinds';
import { isOwnedBy } from '../../../src/resources/owner';
import type { Pod } from '../../../src/resources/pod';
import { ApiError } from '../../client/kubeClient';
import type { ControllerContext } from '../context';
import { sameJson } from '../json';
import { replicaSetKind } from '../kinds';
import { selectorText } from '../podState';
import type { ReplicaSet } from './replicaSet';
import {
  hashOf,
  newReplicaSet,
  outdated,
  replicaSetStatus,
  revisionAnnotation,
  revisionOf,
  setAnnotations,
} from './replicaSet';
import { newPod } from './template';

/** The ReplicaSets that the Deployment owns. */
export async function setsOf({ client }: ControllerContext, deployment: Deployment): Promise<ReplicaSet[]> {
  const selector = selectorText(deployment.spec.selector.matchLabels ?? {});
  const { items } = await client.list<ReplicaSet>(replicaSetKind, deployment.metadata.namespace, selector);
  return items.filter((set) => isOwnedBy(set, deployment));
}

/** The deployment controller's event about a ReplicaSet whose number changes. */
function recordScaling(
  { events }: ControllerContext,
  deployment: Deployment,
  set: string,
  before: number,
  after: number,
): void {
  if (before === after) return;
  const direction = after > before ? 'up' : 'down';
  events.record(deployment, {
    type: 'Normal',
    reason: 'ScalingReplicaSet',
    message: `Scaled ${direction} replica set ${set} from ${String(before)} to ${String(after)}`,
    source: 'deployment-controller',
  });
}

/** Gives the version of the template to the Deployment, too. */
async function tellRevision(
  { client }: ControllerContext,
  deployment: Deployment,
  revision: number,
): Promise<void> {
  if (revisionOf(deployment) === revision) return;
  const annotations = { [revisionAnnotation]: String(revision) };
  await client.mergePatch(deploymentKind, deployment.metadata, { metadata: { annotations } });
}

/** Makes the ReplicaSet of the current template, or sets its number; resolves with it as it is now. */
export async function scaleCurrent(
  context: ControllerContext,
  deployment: Deployment,
  sets: readonly ReplicaSet[],
  hash: string,
  replicas: number,
): Promise<ReplicaSet> {
  const { client } = context;
  const found = sets.find((set) => hashOf(set) === hash);
  const newest = Math.max(0, ...sets.filter((set) => set !== found).map(revisionOf));
  // A template that was there before gets a new number (deployment_util.go: SetNewReplicaSetAnnotations).
  const revision = Math.max(newest + 1, found === undefined ? 0 : revisionOf(found));
  const wanted = newReplicaSet(deployment, hash, { replicas, revision });
  recordScaling(context, deployment, wanted.metadata.name, found?.spec.replicas ?? 0, replicas);
  const current =
    found === undefined
      ? await client.create(replicaSetKind, wanted)
      : await changed(context, found, replicas, setAnnotations(deployment, revision));
  await tellRevision(context, deployment, revision);
  return current;
}

async function changed(
  { client }: ControllerContext,
  set: ReplicaSet,
  replicas: number,
  annotations: Record<string, string>,
): Promise<ReplicaSet> {
  if (set.spec.replicas === replicas && sameJson(set.metadata.annotations, annotations)) return set;
  const body = { metadata: { annotations }, spec: { replicas } };
  return client.mergePatch<ReplicaSet>(replicaSetKind, set.metadata, body);
}

/** Sets the number of an old ReplicaSet; resolves with it as it is now. */
export async function scaleOld(
  context: ControllerContext,
  deployment: Deployment,
  set: ReplicaSet,
  replicas: number,
): Promise<ReplicaSet> {
  recordScaling(context, deployment, set.metadata.name, set.spec.replicas, replicas);
  return changed(context, set, replicas, setAnnotations(deployment, revisionOf(set)));
}

/** Pods that were made, and why the API server would not have more of them. */
export interface Made {
  pods: Pod[];
  refusal?: string;
}

/** Creates pods until there are enough or the API server refuses one, as a quota makes it do. */
export async function createPods(
  { client, events }: ControllerContext,
  set: ReplicaSet,
  count: number,
): Promise<Made> {
  const source = 'replicaset-controller';
  const pods: Pod[] = [];
  try {
    while (pods.length < count) {
      const pod = await client.create(podKind, newPod(set));
      const message = `Created pod: ${pod.metadata.name}`;
      events.record(set, { type: 'Normal', reason: 'SuccessfulCreate', message, source });
      pods.push(pod);
    }
    return { pods };
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 403)) throw error;
    const message = `Error creating: ${error.message}`;
    events.record(set, { type: 'Warning', reason: 'FailedCreate', message, source });
    return { pods, refusal: error.message };
  }
}

/** Deletes pods, each in the name of its ReplicaSet. */
export async function deletePods(
  { client, events }: ControllerContext,
  sets: readonly ReplicaSet[],
  pods: readonly Pod[],
): Promise<void> {
  for (const pod of pods) {
    const { namespace, name } = pod.metadata;
    await client.remove(podKind, namespace, name);
    const set = sets.find((one) => isOwnedBy(pod, one));
    if (set === undefined) continue;
    const message = `Deleted pod: ${name}`;
    events.record(set, {
      type: 'Normal',
      reason: 'SuccessfulDelete',
      message,
      source: 'replicaset-controller',
    });
  }
}

/** Writes the status of each ReplicaSet, and deletes the old ones that the Deployment does not keep. */
export async function settleSets(
  { client }: ControllerContext,
  deployment: Deployment,
  sets: readonly ReplicaSet[],
  pods: readonly Pod[],
  hash: string,
): Promise<void> {
  for (const set of sets) {
    const status = replicaSetStatus(set, pods);
    if (sameJson(status, set.status)) continue;
    // Counts that are 0 are left out, and have to go from the status that is there.
    const gone = Object.keys(set.status ?? {}).filter((field) => !(field in status));
    const nulls = Object.fromEntries(gone.map((field) => [field, null]));
    await client.mergePatch(replicaSetKind, set.metadata, { status: { ...nulls, ...status } }, 'status');
  }
  const old = sets.filter((set) => hashOf(set) !== hash);
  for (const { metadata } of outdated(deployment, old))
    await client.remove(replicaSetKind, metadata.namespace, metadata.name);
}
