import type { KubernetesObject } from '../../src/resources/object';
import type { Rule } from './rbac';

interface PolicyRule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
  resourceNames?: string[];
}

/** A Role or a ClusterRole. */
export interface RoleObject extends KubernetesObject {
  rules: PolicyRule[];
}

/** A RoleBinding or a ClusterRoleBinding. */
export interface BindingObject extends KubernetesObject {
  roleRef: { kind: string; name: string };
  subjects?: { kind: string; name: string; namespace?: string }[];
}

/** What Roles and bindings allow a service account ("system:serviceaccount:ns:name"), and nothing else. */
export function grantedRules(
  user: string,
  roles: readonly RoleObject[],
  bindings: readonly BindingObject[],
): Rule[] {
  const isUser = ({ kind, namespace, name }: NonNullable<BindingObject['subjects']>[number]): boolean =>
    kind === 'ServiceAccount' && user === `system:serviceaccount:${namespace ?? ''}:${name}`;
  return bindings
    .filter(({ subjects = [] }) => subjects.some(isUser))
    .flatMap(({ roleRef, metadata: { namespace } }) => {
      const role = roles.find(
        ({ kind, metadata }) =>
          kind === roleRef.kind &&
          metadata.name === roleRef.name &&
          (kind === 'ClusterRole' || metadata.namespace === namespace),
      );
      return (role?.rules ?? []).map((rule) => ({
        verbs: rule.verbs,
        groups: rule.apiGroups,
        resources: rule.resources,
        ...(namespace === undefined ? {} : { namespaces: [namespace] }),
        ...(rule.resourceNames === undefined ? {} : { names: rule.resourceNames }),
      }));
    });
}
