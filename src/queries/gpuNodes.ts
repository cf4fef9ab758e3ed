import { quoted, selector } from './labels';

/** kube-state-metrics writes "_" for each character of a resource name that a label value should not have. */
const gpuResources = 'nvidia_com_(gpu|mig_.*)|amd_com_gpu|habana_ai_gaudi|intel_com_gpu|gpu_intel_com_.*';

/** Matcher of the resources that are GPUs. */
export const gpuMatcher = `resource=~${quoted(gpuResources)}`;

/** GPUs of all nodes; only the cluster-wide path knows nodes. */
export function gpusAllocatableQuery(): string {
  return `sum(kube_node_status_allocatable${selector({}, gpuMatcher)})`;
}
