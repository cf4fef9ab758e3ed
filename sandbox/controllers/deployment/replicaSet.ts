import type { Deployment } from '../../../src/resources/deployment';
import type { KubernetesObject } from '../../../src/resources/object';
import { isOwnedBy } from '../../../src/resources/owner';
import type { Pod } from '../../../src/resources/pod';
import { ownerReference } from '../owner';
import { isReady } from '../podState';
import { rolloutLimits } from './rollout';
import { hashLabel, replicaSetName } from './template';

/** apps/v1 ReplicaSet: the pods of one version of a Deployment's template. */
export interface ReplicaSet extends KubernetesObject {
  spec: {
    replicas: number;
    selector: { matchLabels: Record<string, string> };
    template: Deployment['spec']['template'];
  };
  status?: ReplicaSetStatus;
}

interface ReplicaSetStatus {
  replicas: number;
  fullyLabeledReplicas?: number;
  readyReplicas?: number;
  availableReplicas?: number;
  observedGeneration?: number;
}

/** Where Deployment and ReplicaSet keep the number of the template's version. */
export const revisionAnnotation = 'deployment.kubernetes.io/revision';
/** Set by kubectl for the Deployment alone (kubernetes pkg/controller/deployment/util: annotationsToSkip). */
const ownAnnotations = ['kubectl.kubernetes.io/last-applied-configuration', revisionAnnotation];

/** The number of an object's version of the template; 0 for one that has none yet. */
export function revisionOf({ metadata }: KubernetesObject): number {
  return Number(metadata.annotations?.[revisionAnnotation] ?? 0);
}

/** The hash of the template that a ReplicaSet or a pod was made of. */
export const hashOf = ({ metadata }: KubernetesObject): string => metadata.labels?.[hashLabel] ?? '';

/** The annotations of a Deployment's ReplicaSet: its own, its version, and how many pods it may come to. */
export function setAnnotations(deployment: Deployment, revision: number): Record<string, string> {
  const { annotations = {} } = deployment.metadata;
  const { replicas = 1 } = deployment.spec;
  const inherited = Object.entries(annotations).filter(([name]) => !ownAnnotations.includes(name));
  return {
    ...Object.fromEntries(inherited),
    [revisionAnnotation]: String(revision),
    'deployment.kubernetes.io/desired-replicas': String(replicas),
    'deployment.kubernetes.io/max-replicas': String(replicas + rolloutLimits(deployment).maxSurge),
  };
}

/** The ReplicaSet of the Deployment's current template. */
export function newReplicaSet(
  deployment: Deployment,
  hash: string,
  { replicas, revision }: { replicas: number; revision: number },
): ReplicaSet {
  const { template, selector } = deployment.spec;
  const labels = { ...template.metadata?.labels, [hashLabel]: hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: replicaSetName(deployment, hash),
      namespace: deployment.metadata.namespace ?? '',
      labels,
      annotations: setAnnotations(deployment, revision),
      ownerReferences: [ownerReference(deployment)],
    },
    spec: {
      replicas,
      selector: { matchLabels: { ...selector.matchLabels, [hashLabel]: hash } },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
}

/** The status of a ReplicaSet with these pods; those that are not its own do not count (replica_set_utils.go). */
export function replicaSetStatus(set: ReplicaSet, pods: readonly Pod[]): ReplicaSetStatus {
  const own = pods.filter((pod) => isOwnedBy(pod, set));
  const ready = own.filter(isReady).length;
  const some = (field: string, count: number): object => (count === 0 ? {} : { [field]: count });
  return {
    replicas: own.length,
    ...some('fullyLabeledReplicas', own.length),
    ...some('readyReplicas', ready),
    ...some('availableReplicas', ready),
    observedGeneration: set.metadata.generation ?? 1,
  };
}

/** The old ReplicaSets without pods that are more than the Deployment keeps, the oldest first. */
export function outdated(deployment: Deployment, old: readonly ReplicaSet[]): ReplicaSet[] {
  const { revisionHistoryLimit = 10 } = deployment.spec;
  const spare = old.length - revisionHistoryLimit;
  if (spare <= 0) return [];
  return old
    .toSorted((a, b) => revisionOf(a) - revisionOf(b))
    .slice(0, spare)
    .filter(({ spec, status }) => spec.replicas === 0 && (status?.replicas ?? 0) === 0);
}

/** The name of the Deployment whose ReplicaSet owns a pod. */
export function deploymentNameOf(pod: Pod): string | undefined {
  const owner = pod.metadata.ownerReferences?.find(({ kind }) => kind === 'ReplicaSet');
  const end = `-${hashOf(pod)}`;
  return owner?.name.endsWith(end) === true ? owner.name.slice(0, -end.length) : undefined;
}
