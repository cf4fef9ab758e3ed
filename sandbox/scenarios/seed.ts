import {
  apiVersionOf,
  inferenceServiceKind,
  llmInferenceServiceKind,
  servingRuntimeKind,
} from '../../src/resources/kinds';
import type { KubeClient } from '../client/kubeClient';
import { namespaceKind, nodeKind, resourceQuotaKind, serviceKind } from '../controllers/kinds';
import { addOnNamespace, interceptorObject } from './httpAddOn';
import {
  inferenceServiceObject,
  namespaceObject,
  nodeObjects,
  quotaObject,
  servingRuntimeObject,
} from './objects';
import { installObjects } from './installs';
import type { Scenario } from './scenario';

/** Creates what people create on a cluster: projects, nodes, ServingRuntimes and InferenceServices. The controllers make the rest. */
export async function seed(scenario: Scenario, client: KubeClient): Promise<void> {
  for (const name of scenario.namespaces) await client.create(namespaceKind, namespaceObject(name));
  if (scenario.httpAddOn === true) {
    await client.create(namespaceKind, namespaceObject(addOnNamespace));
    await client.create(serviceKind, interceptorObject());
  }
  for (const node of scenario.nodes.flatMap(nodeObjects)) {
    const created = await client.create(nodeKind, node);
    await client.update(nodeKind, { ...created, status: node.status }, 'status');
  }
  for (const quota of scenario.quotas ?? []) await client.create(resourceQuotaKind, quotaObject(quota));
  for (const model of scenario.models) {
    await client.create(servingRuntimeKind, servingRuntimeObject(model));
    await client.create(inferenceServiceKind, inferenceServiceObject(model));
  }
  for (const { namespace, name, spec } of scenario.llmInferenceServices ?? []) {
    const { kind } = llmInferenceServiceKind;
    const apiVersion = apiVersionOf(llmInferenceServiceKind);
    await client.create(llmInferenceServiceKind, { apiVersion, kind, metadata: { name, namespace }, spec });
  }
  for (const { manifest } of scenario.installs ?? [])
    for (const { kind, object } of installObjects(manifest)) await client.create(kind, object);
}
