import { inferenceServiceKind, servingRuntimeKind } from '../../src/resources/kinds';
import type { KubeClient } from '../client/kubeClient';
import { namespaceKind, nodeKind, resourceQuotaKind } from '../controllers/kinds';
import {
  inferenceServiceObject,
  namespaceObject,
  nodeObjects,
  quotaObject,
  servingRuntimeObject,
} from './objects';
import type { Scenario } from './scenario';

/** Creates what people create on a cluster: projects, nodes, ServingRuntimes and InferenceServices. The controllers make the rest. */
export async function seed(scenario: Scenario, client: KubeClient): Promise<void> {
  for (const name of scenario.namespaces) await client.create(namespaceKind, namespaceObject(name));
  for (const node of scenario.nodes.flatMap(nodeObjects)) {
    const created = await client.create(nodeKind, node);
    await client.update(nodeKind, { ...created, status: node.status }, 'status');
  }
  for (const quota of scenario.quotas ?? []) await client.create(resourceQuotaKind, quotaObject(quota));
  for (const model of scenario.models) {
    await client.create(servingRuntimeKind, servingRuntimeObject(model));
    await client.create(inferenceServiceKind, inferenceServiceObject(model));
  }
}
