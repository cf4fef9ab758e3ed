import { isGpuResource } from './gpus';
import type { Pod } from './pod';
import { parseQuantity } from './quantity';

/** GPUs that a pod asks for, whole devices (or MIG slices) of all kinds together. */
export function gpusOfPod({ spec }: Pod): number {
  return spec.containers
    .flatMap(({ resources }) => Object.entries(resources?.limits ?? {}))
    .filter(([name]) => isGpuResource(name))
    .reduce((sum, [, quantity]) => sum + (parseQuantity(quantity) ?? 0), 0);
}

/** Restarts of all containers of a pod together, as kubectl counts them. */
export function restartsOf({ status }: Pod): number {
  return (status?.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);
}
