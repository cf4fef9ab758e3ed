import type { Definition, ScalePaths, StoredObject } from './definition';
import { defaultDeployment, validateDeployment, validateDeploymentUpdate } from './builtins/deployment';
import {
  defaultHorizontalPodAutoscaler,
  validateHorizontalPodAutoscaler,
} from './builtins/horizontalPodAutoscaler';
import { bornJob, defaultJob, validateJob, validateJobUpdate } from './builtins/job';
import { defaultPod, validatePodSpec } from './builtins/pod';
import { defaultReplicaSet } from './builtins/replicaSet';
import { defaultService, validateService } from './builtins/service';
import type { Cause } from './failure';
import { isObject, valueAt } from './fields';

type Given = Pick<Definition, 'group' | 'version' | 'kind' | 'plural'> & Partial<Definition>;

function builtin(given: Given): Definition {
  return {
    namespaced: true,
    custom: false,
    statusSubresource: false,
    generation: false,
    ...given,
  };
}

function openNamespace(object: StoredObject): StoredObject {
  const { labels, name } = object.metadata;
  return {
    ...object,
    metadata: { ...object.metadata, labels: { ...labels, 'kubernetes.io/metadata.name': name } },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

/** A CRD is served at once. */
function establishCrd(object: StoredObject): StoredObject {
  const conditions = [
    { type: 'NamesAccepted', status: 'True', reason: 'NoConflicts', message: 'no conflicts found' },
    {
      type: 'Established',
      status: 'True',
      reason: 'InitialNamesAccepted',
      message: 'the initial names have been accepted',
    },
  ];
  return { ...object, status: { conditions, acceptedNames: object.spec?.names } };
}

const encode = (text: string): string => Buffer.from(text).toString('base64');

/**
 * The token of a service account, which a real cluster's token controller writes a moment later. The sandbox's API takes
 * the user's name for a token.
 */
function withToken(secret: StoredObject): StoredObject {
  const { namespace = '', annotations } = secret.metadata;
  const account = annotations?.['kubernetes.io/service-account.name'];
  if (secret.type !== 'kubernetes.io/service-account-token' || account === undefined) return secret;
  const token = encode(`system:serviceaccount:${namespace}:${account}`);
  const data = isObject(secret.data) ? secret.data : {};
  return { ...secret, data: { token, 'ca.crt': encode('sandbox'), ...data } };
}

/** The server keeps only data: what is given as stringData is encoded into it. */
function defaultSecret(object: StoredObject): StoredObject {
  const { stringData, ...rest } = object;
  const secret = withToken({ type: 'Opaque', ...rest });
  if (!isObject(stringData)) return secret;
  const encoded = Object.entries(stringData).map(([key, value]) => [key, encode(String(value))]);
  const data = isObject(secret.data) ? secret.data : {};
  return { ...secret, data: { ...data, ...Object.fromEntries(encoded) } };
}

/** An event is in the namespace of what it is about, or in "default" (kubernetes pkg/apis/core/validation/events.go). */
function validateEvent(object: StoredObject): Cause[] {
  const about = valueAt(object, '.involvedObject.namespace') ?? '';
  const { namespace } = object.metadata;
  if (about === namespace || (about === '' && namespace === 'default')) return [];
  const message = `Invalid value: ${JSON.stringify(about)}: does not match event.namespace`;
  return [{ reason: 'FieldValueInvalid', message, field: 'involvedObject.namespace' }];
}

/** Where the workloads of the group apps keep what their scale shows. */
const scale: ScalePaths = {
  specReplicasPath: '.spec.replicas',
  statusReplicasPath: '.status.replicas',
  labelSelectorPath: '.spec.selector',
};

/** Roles and bindings are there to be read; see writableRoles of the API server. */
const rbac = (kind: string, namespaced = true): Definition =>
  builtin({
    verbs: ['get', 'list', 'watch'],
    group: 'rbac.authorization.k8s.io',
    version: 'v1',
    kind,
    plural: `${kind.toLowerCase()}s`,
    namespaced,
  });

/** The built-in kinds that the product and the controllers touch. */
export const builtins: readonly Definition[] = [
  builtin({
    group: '',
    version: 'v1',
    kind: 'Namespace',
    plural: 'namespaces',
    namespaced: false,
    statusSubresource: true,
    shortNames: ['ns'],
    birth: openNamespace,
  }),
  builtin({
    group: '',
    version: 'v1',
    kind: 'Node',
    plural: 'nodes',
    namespaced: false,
    statusSubresource: true,
    shortNames: ['no'],
  }),
  builtin({
    group: '',
    version: 'v1',
    kind: 'Pod',
    plural: 'pods',
    statusSubresource: true,
    shortNames: ['po'],
    defaults: defaultPod,
    validate: ({ spec }) => validatePodSpec(spec, 'spec'),
  }),
  builtin({
    group: '',
    version: 'v1',
    kind: 'Service',
    plural: 'services',
    statusSubresource: true,
    shortNames: ['svc'],
    birth: (object) => ({ ...object, status: { loadBalancer: {} } }),
    defaults: defaultService,
    validate: validateService,
  }),
  builtin({
    group: '',
    version: 'v1',
    kind: 'Event',
    plural: 'events',
    shortNames: ['ev'],
    validate: validateEvent,
  }),
  builtin({ group: '', version: 'v1', kind: 'Secret', plural: 'secrets', defaults: defaultSecret }),
  builtin({
    group: '',
    version: 'v1',
    kind: 'ServiceAccount',
    plural: 'serviceaccounts',
    shortNames: ['sa'],
  }),
  builtin({ group: '', version: 'v1', kind: 'ConfigMap', plural: 'configmaps', shortNames: ['cm'] }),
  builtin({
    group: '',
    version: 'v1',
    kind: 'ResourceQuota',
    plural: 'resourcequotas',
    statusSubresource: true,
  }),
  builtin({
    group: 'apps',
    version: 'v1',
    kind: 'Deployment',
    plural: 'deployments',
    statusSubresource: true,
    scale,
    generation: true,
    shortNames: ['deploy'],
    birth: (object) => ({ ...object, status: {} }),
    defaults: defaultDeployment,
    validate: validateDeployment,
    validateUpdate: validateDeploymentUpdate,
  }),
  builtin({
    group: 'apps',
    version: 'v1',
    kind: 'ReplicaSet',
    plural: 'replicasets',
    statusSubresource: true,
    scale,
    generation: true,
    shortNames: ['rs'],
    birth: (object) => ({ ...object, status: { replicas: 0 } }),
    defaults: defaultReplicaSet,
    validate: validateDeployment,
    validateUpdate: validateDeploymentUpdate,
  }),
  builtin({
    group: 'batch',
    version: 'v1',
    kind: 'Job',
    plural: 'jobs',
    statusSubresource: true,
    generation: true,
    deletesAs: 'Orphan',
    birth: bornJob,
    defaults: defaultJob,
    validate: validateJob,
    validateUpdate: validateJobUpdate,
  }),
  builtin({
    group: 'autoscaling',
    version: 'v2',
    kind: 'HorizontalPodAutoscaler',
    plural: 'horizontalpodautoscalers',
    statusSubresource: true,
    shortNames: ['hpa'],
    birth: (object) => ({ ...object, status: { desiredReplicas: 0, currentMetrics: null } }),
    defaults: defaultHorizontalPodAutoscaler,
    validate: validateHorizontalPodAutoscaler,
  }),
  rbac('Role'),
  rbac('RoleBinding'),
  rbac('ClusterRole', false),
  rbac('ClusterRoleBinding', false),
  builtin({
    group: 'apiextensions.k8s.io',
    version: 'v1',
    kind: 'CustomResourceDefinition',
    plural: 'customresourcedefinitions',
    namespaced: false,
    statusSubresource: true,
    generation: true,
    shortNames: ['crd', 'crds'],
    birth: establishCrd,
  }),
];
