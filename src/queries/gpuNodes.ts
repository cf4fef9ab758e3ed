import { quoted, selector } from './labels';

/** Written as kube-state-metrics writes them: "_" for each character that a metric's name may not have. */
const gpuResources = 'nvidia_com_(gpu|mig_.*)|amd_com_gpu|habana_ai_gaudi|intel_com_gpu|gpu_intel_com_.*';

/** Matcher of the resources that are GPUs. */
export const gpuMatcher = `resource=~${quoted(gpuResources)}`;

/** GPUs of all nodes, of these kinds or of all; only the cluster-wide path knows nodes. */
export function gpusAllocatableQuery(matcher = gpuMatcher): string {
  return `sum(kube_node_status_allocatable${selector({}, matcher)})`;
}
