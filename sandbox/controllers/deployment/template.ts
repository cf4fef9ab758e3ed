import { createHash, randomInt } from 'node:crypto';
import type { Deployment } from '../../../src/resources/deployment';
import type { KubernetesObject } from '../../../src/resources/object';
import type { Pod } from '../../../src/resources/pod';
import { canonicalJson } from '../json';
import { ownerReference } from '../owner';

/** The label that tells apart pods of different templates. */
export const hashLabel = 'pod-template-hash';

/** The letters that Kubernetes uses for generated names (apimachinery util/rand). */
const letters = 'bcdfghjklmnpqrstvwxz2456789';

/** A name for the pod template that changes with any part of it. */
export function templateHash({ spec }: Deployment): string {
  const digest = createHash('sha256').update(canonicalJson(spec.template)).digest();
  return [...digest.subarray(0, 10)].map((byte) => letters[byte % letters.length]).join('');
}

/** The name of the Deployment's ReplicaSet for the hash. */
export function replicaSetName(deployment: Deployment, hash: string): string {
  return `${deployment.metadata.name}-${hash}`;
}

/** So many characters of a generated name are given (apimachinery names: maxGeneratedNameLength). */
const maxStem = 58;

/** What a pod is made from: a ReplicaSet. */
interface PodOwner extends KubernetesObject {
  spec: { template: Deployment['spec']['template'] };
}

/** A new pod of a ReplicaSet's template. */
export function newPod(set: PodOwner): Pod {
  const { name, namespace = '' } = set.metadata;
  const { template } = set.spec;
  const suffix = Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  const generateName = `${name}-`;
  const metadata = {
    name: `${generateName.slice(0, maxStem)}${suffix}`,
    generateName,
    namespace,
    labels: { ...template.metadata?.labels },
    annotations: { ...template.metadata?.annotations },
    ownerReferences: [ownerReference(set)],
  };
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: template.spec };
}
