import { gpusAllocatableQuery } from './gpuNodes';
import { escapedRegex, quoted } from './labels';

/** kube-state-metrics writes "_" for each character of a resource name that a label value should not have. */
function resourceMatcher(resources: readonly string[]): string {
  return `resource=~${quoted(resources.map((name) => name.replaceAll(/[^a-zA-Z0-9]/g, '_')).join('|'))}`;
}

/** GPUs of these kinds ("nvidia.com/gpu") on all nodes. */
export function gpusOnNodesQuery(resources: readonly string[]): string {
  return gpusAllocatableQuery(resourceMatcher(resources));
}

/** GPUs of these kinds that pods on nodes hold; a pod that has ended holds none. */
export function gpusTakenQuery(resources: readonly string[]): string {
  const live = 'max by (namespace, pod) (kube_pod_status_phase{phase=~"Pending|Running"} == 1)';
  return `sum(kube_pod_container_resource_requests{${resourceMatcher(resources)},node!=""} * on (namespace, pod) group_left() ${live})`;
}

/** Quotas of a project for these kinds. A ResourceQuota keeps the resource's own name, with "requests." before it. */
export function gpuQuotaQuery(namespace: string, resources: readonly string[]): string {
  const names = resources.map((name) => escapedRegex(`requests.${name}`)).join('|');
  return `kube_resourcequota{namespace=${quoted(namespace)},resource=~${quoted(names)}}`;
}
