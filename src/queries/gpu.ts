import { gpuMatcher } from './gpuNodes';
import { selector } from './labels';
import { podMatcher } from './pods';
import type { DeploymentName } from './replicas';

/**
 * GPUs that the Deployment's pods hold: from the moment that a pod has its node, also while it pulls its image. Pods
 * that have ended hold none.
 */
export function gpusAllocatedQuery(name: DeploymentName): string {
  return gpusOfPods(name, 'node!=""', 'phase=~"Pending|Running"');
}

/** GPUs that the Deployment's pods ask for and have not got: no node has taken the pod yet. */
export function gpusPendingQuery(name: DeploymentName): string {
  return gpusOfPods(name, 'node=""', 'phase="Pending"');
}

/** The phase is a series of 0 or 1. Where the model has pods, "none" is 0 and not an absent series. */
function gpusOfPods({ namespace, deployment }: DeploymentName, node: string, phase: string): string {
  const pod = podMatcher(deployment);
  const requests = (...more: string[]): string =>
    `kube_pod_container_resource_requests${selector({ namespace }, pod, gpuMatcher, ...more)}`;
  const phases = `kube_pod_status_phase${selector({ namespace }, pod, phase)}`;
  return (
    `sum(${requests(node)} * on (namespace, pod) group_left() max by (namespace, pod) (${phases}))` +
    ` or 0 * sum(${requests()})`
  );
}
