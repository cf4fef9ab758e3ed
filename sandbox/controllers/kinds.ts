import type { Kind } from '../../src/resources/kinds';

const core = (kind: string, plural: string): Kind => ({ group: '', version: 'v1', kind, plural });
const rbac = (kind: string, plural: string): Kind => ({
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  kind,
  plural,
});

export const eventKind = core('Event', 'events');
export const namespaceKind = core('Namespace', 'namespaces');
export const nodeKind = core('Node', 'nodes');
export const resourceQuotaKind = core('ResourceQuota', 'resourcequotas');
export const secretKind = core('Secret', 'secrets');
export const serviceAccountKind = core('ServiceAccount', 'serviceaccounts');
export const serviceKind = core('Service', 'services');
export const roleKind = rbac('Role', 'roles');
export const roleBindingKind = rbac('RoleBinding', 'rolebindings');
export const replicaSetKind: Kind = {
  group: 'apps',
  version: 'v1',
  kind: 'ReplicaSet',
  plural: 'replicasets',
};
export const serviceMonitorKind: Kind = {
  group: 'monitoring.coreos.com',
  version: 'v1',
  kind: 'ServiceMonitor',
  plural: 'servicemonitors',
};
