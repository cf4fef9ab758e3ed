import type { InferenceService } from '../../../src/resources/inferenceService';
import type { Kind } from '../../../src/resources/kinds';
import { triggerAuthenticationKind } from '../../../src/resources/kinds';
import type { KubernetesObject } from '../../../src/resources/object';
import { roleBindingKind, roleKind, secretKind, serviceAccountKind } from '../kinds';
import { ownerReference } from '../owner';

/** The name of all that odh-model-controller makes for KEDA's queries (kserve_keda_reconciler.go). */
export const authName = 'inference-prometheus-auth';

/** An object and where it goes. */
export interface AuthObject {
  kind: Kind;
  object: KubernetesObject & Record<string, unknown>;
}

/** The kinds of the auth objects, in the order in which they are made. */
export const authKinds: readonly Kind[] = [
  serviceAccountKind,
  secretKind,
  triggerAuthenticationKind,
  roleKind,
  roleBindingKind,
];

/** Whether KEDA will query Prometheus for this model: that, not the annotation, is what the auth objects hang on. */
export function needsAuth({ spec }: InferenceService): boolean {
  return (spec.predictor.autoScaling?.metrics ?? []).some(
    ({ external }) => external?.metric.backend === 'prometheus',
  );
}

const encode = (text: string): string => Buffer.from(text).toString('base64');

function contentOf(kind: Kind, namespace: string): Record<string, unknown> {
  const rbac = 'rbac.authorization.k8s.io';
  switch (kind.kind) {
    case 'Secret':
      // The token controller of a real cluster fills the data in; the sandbox's API takes the user's name as token.
      return {
        type: 'kubernetes.io/service-account-token',
        data: {
          token: encode(`system:serviceaccount:${namespace}:${authName}`),
          'ca.crt': encode('sandbox'),
        },
      };
    case 'TriggerAuthentication':
      return {
        spec: {
          secretTargetRef: [
            { parameter: 'bearerToken', name: authName, key: 'token' },
            { parameter: 'ca', name: authName, key: 'ca.crt' },
          ],
        },
      };
    case 'Role':
      return {
        rules: [
          { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
          { apiGroups: ['metrics.k8s.io'], resources: ['pods', 'nodes'], verbs: ['get', 'list', 'watch'] },
        ],
      };
    case 'RoleBinding':
      return {
        subjects: [{ kind: 'ServiceAccount', name: authName, namespace }],
        roleRef: { apiGroup: rbac, kind: 'Role', name: authName },
      };
    default:
      return {};
  }
}

/** The five objects of a project, owned by all InferenceServices that need them. */
export function authObjects(namespace: string, owners: readonly InferenceService[]): AuthObject[] {
  return authKinds.map((kind) => ({
    kind,
    object: {
      apiVersion: kind.group === '' ? kind.version : `${kind.group}/${kind.version}`,
      kind: kind.kind,
      metadata: {
        name: authName,
        namespace,
        labels: { 'odh-model-controller': 'keda-reconciler' },
        ...(kind.kind === 'Secret'
          ? { annotations: { 'kubernetes.io/service-account.name': authName } }
          : {}),
        ownerReferences: owners.map((owner) => ownerReference(owner, false)),
      },
      ...contentOf(kind, namespace),
    },
  }));
}
