import { escapedRegex, quoted, selector } from './labels';
import type { DeploymentName } from './replicas';

/** kube-state-metrics writes "_" for each character of a resource name that a label value should not have. */
const gpuResources = 'nvidia_com_(gpu|mig_.*)|amd_com_gpu|habana_ai_gaudi|intel_com_gpu|gpu_intel_com_.*';

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
  // <deployment>-<hash>-<suffix>; the API server runs hash and suffix together when the name gets long.
  const pod = `pod=~${quoted(`${escapedRegex(deployment)}-[a-z0-9]+(-[a-z0-9]+)?`)}`;
  const requests = selector({ namespace }, pod, `resource=~${quoted(gpuResources)}`);
  const phases = selector({ namespace, phase }, pod);
  return (
    `sum(kube_pod_container_resource_requests${requests}` +
    ` * on (namespace, pod) group_left() max by (namespace, pod) (kube_pod_status_phase${phases}))`
  );
}
