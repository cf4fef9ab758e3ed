import type { Clock } from '../clock';
import type { KubeClient } from '../client/kubeClient';
import type { Kind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';

/** authorization.k8s.io ResourceAttributes of a question to the API server. */
export interface Attributes {
  verb: string;
  group: string;
  resource: string;
  subresource?: string;
  namespace: string;
  name?: string;
}

interface SubjectAccessReview extends KubernetesObject {
  spec: { user: string; resourceAttributes: Attributes };
  status?: { allowed: boolean };
}

const kind: Kind = {
  group: 'authorization.k8s.io',
  version: 'v1',
  kind: 'SubjectAccessReview',
  plural: 'subjectaccessreviews',
};
/** A right once given is believed for this simulated time; kube-rbac-proxy keeps one for minutes. */
const trustMs = 10_000;

/** Asks the API server whether a user may do something. Rejects with the client's ApiError when it cannot say. */
export type Authorizer = (user: string, attributes: Attributes) => Promise<boolean>;

/** An authorizer that asks by SubjectAccessReview and remembers what was allowed, not what was refused. */
export function createAuthorizer(clock: Clock, client: Pick<KubeClient, 'create'>): Authorizer {
  const allowedUntil = new Map<string, number>();
  return async (user, attributes) => {
    const key = JSON.stringify([user, attributes]);
    if ((allowedUntil.get(key) ?? -Infinity) > clock.now()) return true;
    const answer = await client.create<SubjectAccessReview>(kind, {
      apiVersion: 'authorization.k8s.io/v1',
      kind: kind.kind,
      metadata: { name: '' },
      spec: { user, resourceAttributes: attributes },
    });
    if (answer.status?.allowed !== true) return false;
    allowedUntil.set(key, clock.now() + trustMs);
    return true;
  };
}
