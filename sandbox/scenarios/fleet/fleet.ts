import type { Kind } from '../../../src/resources/kinds';
import {
  deploymentKind,
  horizontalPodAutoscalerKind,
  inferenceServiceKind,
  podKind,
  scaledObjectKind,
  servingRuntimeKind,
} from '../../../src/resources/kinds';
import type { KubernetesObject } from '../../../src/resources/object';
import type { Clock } from '../../clock';
import type { Restored } from '../../cluster/apiServer';
import type { StoredObject } from '../../cluster/definition';
import { namespaceKind, nodeKind, replicaSetKind } from '../../controllers/kinds';
import type { ServingRuntime } from '../../controllers/kserve/podTemplate';
import { timestamp } from '../../controllers/timestamp';
import { namespaceObject, nodeObjects } from '../objects';
import type { ScenarioFleet } from '../scenario';
import { fleetModels, projectName } from './fleetModels';
import type { FleetObjects } from './fleetObjects';
import { fleetObjects, projectRuntime } from './fleetObjects';
import { createFleetMetrics } from './fleetMetrics';
import type { FleetMetrics } from './fleetMetrics';
import { kubeSeriesOf, nodeSeries, workloadSeries } from './fleetSeries';
import { born } from './identity';
import { createPlaces } from './workload';

/** A large cluster that stands still. */
export interface Fleet {
  namespaces: readonly string[];
  objects: Restored[];
  metrics: FleetMetrics;
}

const gpusPerNode = 8;
/** How long all has been as it is. */
const ageMs = 3 * 3_600_000;

function restored({ group, plural }: Kind, object: KubernetesObject): Restored {
  return { resource: `${group}/${plural}`, object: object as unknown as StoredObject };
}

function ofModel({ service, deployment, replicaSet, pods, scaledObject, hpa }: FleetObjects): Restored[] {
  return [
    restored(inferenceServiceKind, service),
    restored(deploymentKind, deployment),
    restored(replicaSetKind, replicaSet),
    ...pods.map((pod) => restored(podKind, pod)),
    ...(scaledObject === undefined ? [] : [restored(scaledObjectKind, scaledObject)]),
    ...(hpa === undefined ? [] : [restored(horizontalPodAutoscalerKind, hpa)]),
  ];
}

function ofProject(name: string, runtime: ServingRuntime, since: string): Restored[] {
  const { metadata, ...rest } = namespaceObject(name);
  const project = { ...rest, metadata: { ...metadata, ...born('ns', { name }, since) } };
  return [
    restored(namespaceKind, { ...project, status: { phase: 'Active' } } as KubernetesObject),
    restored(servingRuntimeKind, runtime),
  ];
}

/** A fleet of this size with everything that its objects and its metrics say, without anybody who moves them. */
export function restoreFleet(size: ScenarioFleet, clock: Clock): Fleet {
  const since = timestamp(clock.now() - ageMs);
  const namespaces = Array.from({ length: size.projects }, (_, number) => projectName(number));
  const all = fleetModels(size);
  const places = createPlaces(all, gpusPerNode);
  const objects: Restored[] = [];
  const workload = [];
  const state = [];
  let index = 0;
  for (const namespace of namespaces) {
    const models = all.filter((model) => model.namespace === namespace);
    const [first] = models;
    if (first === undefined) continue;
    const runtime = projectRuntime(first, since);
    objects.push(...ofProject(namespace, runtime, since));
    for (const model of models) {
      const made = fleetObjects(model, runtime, places, since);
      objects.push(...ofModel(made));
      workload.push(...workloadSeries(made, index));
      state.push(...kubeSeriesOf(made));
      index += 1;
    }
  }
  const group = { name: 'gpu', count: places.nodes, cpu: '96', memory: '1Ti', gpus: gpusPerNode };
  for (const node of nodeObjects({ ...group, gpuProduct: 'NVIDIA-L40S' })) {
    objects.push(
      restored(nodeKind, { ...node, metadata: { ...node.metadata, ...born('node', node.metadata, since) } }),
    );
    state.push(...nodeSeries(node.metadata.name, gpusPerNode));
  }
  return { namespaces, objects, metrics: createFleetMetrics({ clock, workload, state }) };
}
