import { isGpuResource } from './gpus';
import type { KubernetesObject } from './object';
import { parseQuantity } from './quantity';

/** v1 Node. */
export interface Node extends KubernetesObject {
  status?: { allocatable?: Readonly<Record<string, string>> };
}

/** The GPUs that these nodes can give to pods, of all kinds together. */
export function gpusOnNodes(nodes: readonly Node[]): number {
  return nodes
    .flatMap(({ status }) => Object.entries(status?.allocatable ?? {}))
    .filter(([resource]) => isGpuResource(resource))
    .reduce((sum, [, quantity]) => sum + (parseQuantity(quantity) ?? 0), 0);
}
