import { createHash, randomInt } from 'node:crypto';
import type { Deployment } from '../../../src/resources/deployment';
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

/** The name of the replica set that a real cluster would have for the hash. */
export function replicaSetName(deployment: Deployment, hash: string): string {
  return `${deployment.metadata.name}-${hash}`;
}

/** A new pod of the Deployment's template. The Deployment owns it: the sandbox leaves ReplicaSets out. */
export function newPod(deployment: Deployment, hash: string): Pod {
  const { namespace = '' } = deployment.metadata;
  const { metadata, spec } = deployment.spec.template;
  const suffix = Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${replicaSetName(deployment, hash)}-${suffix}`,
      namespace,
      labels: { ...metadata?.labels, [hashLabel]: hash },
      annotations: { ...metadata?.annotations },
      ownerReferences: [ownerReference(deployment)],
    },
    spec,
  };
}
