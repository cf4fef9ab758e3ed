import type { Container, Pod } from '../../src/resources/pod';
import { quantitySamples } from './kubeResources';
import type { MetricFamily, Sample } from './metricFamily';
import { modelLabel } from './servingPod';

type Labels = Readonly<Record<string, string>>;

const phases = ['Pending', 'Succeeded', 'Failed', 'Unknown', 'Running'] as const;
const readiness = ['True', 'False', 'Unknown'] as const;

const identity = ({ metadata }: Pod): Labels => ({
  namespace: metadata.namespace ?? '',
  pod: metadata.name,
  uid: metadata.uid ?? '',
});

function containerQuantities(pod: Pod, field: 'requests' | 'limits'): Sample[] {
  const node = pod.spec.nodeName ?? '';
  return pod.spec.containers.flatMap(({ name, resources }: Container) =>
    quantitySamples(
      `kube_pod_container_resource_${field}`,
      { ...identity(pod), container: name, node },
      resources?.[field],
    ),
  );
}

function phaseSamples(name: string, pod: Pod): Sample[] {
  const current = pod.status?.phase;
  if (current === undefined) return [];
  return phases.map((phase) => ({
    name,
    labels: { ...identity(pod), phase },
    value: Number(phase === current),
  }));
}

function readySamples(name: string, pod: Pod): Sample[] {
  const ready = pod.status?.conditions?.find(({ type }) => type === 'Ready');
  if (ready === undefined) return [];
  return readiness.map((status) => ({
    name,
    labels: { ...identity(pod), condition: status.toLowerCase() },
    value: Number(ready.status === status),
  }));
}

/** A series only while the pod has no node, as in kube-state-metrics: there is no 0. */
function unschedulableSamples(name: string, pod: Pod): Sample[] {
  const scheduled = pod.status?.conditions?.find(({ type }) => type === 'PodScheduled');
  return scheduled?.status === 'False' ? [{ name, labels: identity(pod), value: 1 }] : [];
}

/** The labels that OpenShift AI's queries join on; an administrator allow-lists them. */
function labelSamples(name: string, pod: Pod): Sample[] {
  const model = pod.metadata.labels?.[modelLabel];
  const labels = model === undefined ? {} : { label_serving_kserve_io_inferenceservice: model };
  return [{ name, labels: { ...identity(pod), ...labels }, value: 1 }];
}

function ownerSamples(name: string, pod: Pod): Sample[] {
  return (pod.metadata.ownerReferences ?? []).map(({ kind, name: owner, controller }) => ({
    name,
    labels: {
      ...identity(pod),
      owner_kind: kind,
      owner_name: owner,
      owner_is_controller: String(controller ?? false),
    },
    value: 1,
  }));
}

function waitingSamples(name: string, pod: Pod): Sample[] {
  return (pod.status?.containerStatuses ?? []).flatMap(({ name: container, state }) =>
    state?.waiting === undefined
      ? []
      : [{ name, labels: { ...identity(pod), container, reason: state.waiting.reason ?? '' }, value: 1 }],
  );
}

/** The series of pods. */
export function podSeries(pods: readonly Pod[]): MetricFamily[] {
  const family = (
    name: string,
    help: string,
    samples: (name: string, pod: Pod) => Sample[],
  ): MetricFamily => ({
    name,
    type: 'gauge',
    help,
    samples: pods.flatMap((pod) => samples(name, pod)),
  });
  return [
    family('kube_pod_container_resource_requests', 'Resources that a container requests.', (_name, pod) =>
      containerQuantities(pod, 'requests'),
    ),
    family('kube_pod_container_resource_limits', 'Resource limits of a container.', (_name, pod) =>
      containerQuantities(pod, 'limits'),
    ),
    family('kube_pod_status_phase', 'The current phase of a pod.', phaseSamples),
    family('kube_pod_status_ready', 'Whether a pod is ready to serve requests.', readySamples),
    family('kube_pod_status_unschedulable', 'Whether a pod finds no node.', unschedulableSamples),
    family('kube_pod_labels', 'Kubernetes labels converted to Prometheus labels.', labelSamples),
    family('kube_pod_owner', "Information about a pod's owner.", ownerSamples),
    family('kube_pod_container_status_waiting_reason', 'Why a container is waiting.', waitingSamples),
  ];
}
