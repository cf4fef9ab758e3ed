import type { Deployment } from '../../../src/resources/deployment';
import type { InferenceService } from '../../../src/resources/inferenceService';
import type { Condition } from '../../../src/resources/object';
import type { Pod } from '../../../src/resources/pod';
import type { ReplicaSet } from '../../controllers/deployment/replicaSet';
import { newReplicaSet, replicaSetStatus, revisionAnnotation } from '../../controllers/deployment/replicaSet';
import { deploymentStatus } from '../../controllers/deployment/status';
import { newPod, templateHash } from '../../controllers/deployment/template';
import { predictorDeployment } from '../../controllers/kserve/deployment';
import type { ServingRuntime } from '../../controllers/kserve/podTemplate';
import { createdOnNode, running, serving } from '../../controllers/node/podStatus';
import type { FleetModel } from './fleetModels';
import { born } from './identity';

/** What kube-scheduler says of a pod for which none of so many nodes has a GPU. */
function noGpu(nodes: number): string {
  const all = String(nodes);
  return `0/${all} nodes are available: ${all} Insufficient nvidia.com/gpu. preemption: 0/${all} nodes are available: ${all} No preemption victims found for incoming pod.`;
}

/** A pod that serves on a node since it was made. */
function servingPod(made: Pod, node: string, address: string, since: string): Pod {
  const placed: Pod = { ...made, spec: { ...made.spec, nodeName: node } };
  const onNode: Pod = { ...placed, status: createdOnNode(placed, since) };
  const started: Pod = { ...onNode, status: running(onNode, since, address) };
  return { ...started, status: serving(started, since) };
}

/** A pod that finds no GPU. */
function pendingPod(made: Pod, nodes: number, since: string): Pod {
  const condition: Condition = {
    type: 'PodScheduled',
    status: 'False',
    reason: 'Unschedulable',
    message: noGpu(nodes),
    lastTransitionTime: since,
  };
  return { ...made, status: { phase: 'Pending', conditions: [condition] } };
}

/** Where the next pod goes: nodes are filled one after the other. */
export interface Places {
  take(gpus: number): { node: string; address: string };
  /** How many nodes there are. */
  readonly nodes: number;
}

/** How many replicas of a model serve: all that it wants, but for one of a starved one. */
const servingReplicas = ({ desired, situation }: FleetModel): number =>
  situation === 'starved' ? desired - 1 : desired;

/** The number of the node of each next pod, counted from 0. */
function nodeFiller(gpusPerNode: number): (gpus: number) => number {
  let node = 0;
  let free = gpusPerNode;
  return (gpus) => {
    if (gpus > free) {
      node += 1;
      free = gpusPerNode;
    }
    free -= gpus;
    return node;
  };
}

/** The nodes gpu-0, gpu-1, ... with `gpusPerNode` GPUs each, as many as the models' replicas that serve need. */
export function createPlaces(models: readonly FleetModel[], gpusPerNode: number): Places {
  const count = nodeFiller(gpusPerNode);
  let nodes = 1;
  for (const model of models)
    for (let pod = 0; pod < servingReplicas(model); pod += 1) nodes = count(model.gpus) + 1;
  const next = nodeFiller(gpusPerNode);
  let pods = 0;
  return {
    nodes,
    take(gpus) {
      pods += 1;
      const address = `10.${String(128 + Math.floor(pods / 60_000))}.${String(Math.floor(pods / 240) % 250)}.${String((pods % 240) + 4)}`;
      return { node: `gpu-${String(next(gpus))}`, address };
    },
  };
}

/** The Deployment of a model, its ReplicaSet and its pods, all of them serving but for the newest one of a starved model. */
export function fleetWorkload(
  model: FleetModel,
  { service, runtime }: { service: InferenceService; runtime: ServingRuntime },
  places: Places,
  since: string,
): { deployment: Deployment; replicaSet: ReplicaSet; pods: Pod[] } {
  const made = predictorDeployment(service, runtime);
  const deployment: Deployment = {
    ...made,
    metadata: {
      ...made.metadata,
      ...born('deployment', model, since),
      annotations: { ...made.metadata.annotations, [revisionAnnotation]: '1' },
    },
    spec: { ...made.spec, replicas: model.desired, progressDeadlineSeconds: 600 },
  };
  const hash = templateHash(deployment);
  const set = newReplicaSet(deployment, hash, { replicas: model.desired, revision: 1 });
  const owner = { ...set, metadata: { ...set.metadata, ...born('replicaset', set.metadata, since) } };
  const pods = Array.from({ length: model.desired }, (_, index): Pod => {
    const pod = newPod(owner);
    const own: Pod = { ...pod, metadata: { ...pod.metadata, ...born('pod', pod.metadata, since) } };
    if (index >= servingReplicas(model)) return pendingPod(own, places.nodes, since);
    const { node, address } = places.take(model.gpus);
    return servingPod(own, node, address, since);
  });
  const status = deploymentStatus(deployment, pods, hash, Date.parse(since));
  const replicaSet = { ...owner, status: replicaSetStatus(owner, pods) };
  return { deployment: { ...deployment, status }, replicaSet, pods };
}
