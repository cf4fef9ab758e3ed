import { gpuMatcher } from './gpuNodes';
import { selector } from './labels';
import { podMatcher } from './pods';
import type { DeploymentName } from './replicas';

/** GPUs of the Deployment's running pods. */
export function gpusAllocatedQuery(name: DeploymentName): string {
  return gpusInPhase(name, 'Running');
}

/** GPUs that the Deployment's Pending pods ask for. */
export function gpusPendingQuery(name: DeploymentName): string {
  return gpusInPhase(name, 'Pending');
}

/** The phase is a series of 0 or 1: pods in another phase count as 0, so that "none" is 0 and not an absent series. */
function gpusInPhase({ namespace, deployment }: DeploymentName, phase: string): string {
  const pod = podMatcher(deployment);
  const requests = selector({ namespace }, pod, gpuMatcher);
  const phases = selector({ namespace, phase }, pod);
  return (
    `sum(kube_pod_container_resource_requests${requests}` +
    ` * on (namespace, pod) group_left() max by (namespace, pod) (kube_pod_status_phase${phases}))`
  );
}
