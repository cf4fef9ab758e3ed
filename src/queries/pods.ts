import type { NamedQueries } from './combined';
import { escapedRegex, quoted, selector } from './labels';
import type { DeploymentName } from './replicas';

/** Lines of the pods' query: what is true of a pod while its series has a point. */
export type PodFact = 'pending' | 'unschedulable' | 'running' | 'ready' | 'failing';

/** <deployment>-<hash>-<suffix>; the API server runs hash and suffix together when the name gets long. */
export function podMatcher(deployment: string): string {
  return `pod=~${quoted(`${escapedRegex(deployment)}-[a-z0-9]+(-[a-z0-9]+)?`)}`;
}

/** Reasons for which a container waits that no time will heal (kubelet, pkg/kubelet/images and container runtime). */
const failures =
  'CrashLoopBackOff|ImagePullBackOff|ErrImagePull|InvalidImageName|CreateContainer.*Error|RunContainerError';

/** The states of a Deployment's pods over time, a series a pod and fact; only points at which the fact holds. */
export function podFactQueries({ namespace, deployment }: DeploymentName): NamedQueries<PodFact> {
  const pod = podMatcher(deployment);
  const fact = (metric: string, ...matchers: string[]): string =>
    `max by (pod) (${metric}${selector({ namespace }, pod, ...matchers)} == 1)`;
  return [
    ['pending', fact('kube_pod_status_phase', 'phase="Pending"')],
    ['unschedulable', fact('kube_pod_status_unschedulable')],
    ['running', fact('kube_pod_status_phase', 'phase="Running"')],
    ['ready', fact('kube_pod_status_ready', 'condition="true"')],
    ['failing', fact('kube_pod_container_status_waiting_reason', `reason=~${quoted(failures)}`)],
  ];
}
