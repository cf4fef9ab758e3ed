import { parseQuantity } from './quantity';
import { replicasOf } from './replicas';
import type { ServedModel } from './servedModel';

/** GPUs of a model, whole devices (or MIG slices) of all kinds together. */
export interface GpuUse {
  perReplica: number;
  /** Resource names, such as "nvidia.com/gpu"; sorted. */
  resources: readonly string[];
  /** Of the replicas that have their node: they hold their GPUs, also while they pull images. */
  allocated: number;
  /** Of the replicas that no node has taken yet. */
  pending: number;
}

const gpuResource =
  /^(nvidia\.com\/(gpu|mig-.+)|amd\.com\/gpu|habana\.ai\/gaudi|intel\.com\/gpu|gpu\.intel\.com\/.+)$/;

/** Whether this resource name stands for a GPU or another accelerator. */
export function isGpuResource(name: string): boolean {
  return gpuResource.test(name);
}

/** GPUs per replica from the Deployment's pod template, else from the InferenceService, and what the pods hold now. */
export function gpusOf(model: ServedModel): GpuUse {
  const gpus = new Map<string, number>();
  for (const limits of limitsOf(model)) {
    for (const [name, quantity] of Object.entries(limits)) {
      if (isGpuResource(name)) gpus.set(name, (gpus.get(name) ?? 0) + quantityOf(quantity));
    }
  }
  const perReplica = [...gpus.values()].reduce((sum, count) => sum + count, 0);
  const pending = model.pendingPods.filter(({ spec }) => spec.nodeName === undefined).length;
  const current = replicasOf(model).current ?? 0;
  return {
    perReplica,
    resources: [...gpus.keys()].toSorted(),
    allocated: perReplica * Math.max(0, current - pending),
    pending: perReplica * pending,
  };
}

function quantityOf(value: unknown): number {
  return typeof value === 'string' || typeof value === 'number' ? (parseQuantity(value) ?? 0) : 0;
}

/** resources.limits of each container. */
function limitsOf({ deployment, inferenceService }: ServedModel): readonly Record<string, unknown>[] {
  if (deployment !== undefined) {
    return deployment.spec.template.spec.containers.map((container) => container.resources?.limits ?? {});
  }
  const { model, containers } = inferenceService.spec.predictor;
  const custom: readonly unknown[] = Array.isArray(containers) ? containers : [];
  return [model, ...custom].map((container) => member(member(container, 'resources'), 'limits'));
}

function member(value: unknown, key: string): Record<string, unknown> {
  const found = isRecord(value) ? value[key] : undefined;
  return isRecord(found) ? found : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
