import type { Definition, ScalePaths, StoredObject } from './definition';
import { givenFields } from './fields';
import { inferenceServiceSchema } from './schemas/inferenceService';
import { list, object, open, string, unchecked } from './schemas/parts';
import { scaledObjectRules, scaledObjectSchema } from './schemas/scaledObject';
import type { Schema } from './structural';

interface CrdSpec {
  group: string;
  names: { kind: string; plural: string; shortNames?: string[] };
  scope: 'Namespaced' | 'Cluster';
  versions: {
    name: string;
    served?: boolean;
    schema?: { openAPIV3Schema?: Schema };
    subresources?: { status?: unknown; scale?: ScalePaths };
  }[];
}

function crd(
  group: string,
  version: string,
  kind: string,
  plural: string,
  schema: Schema,
  shortNames?: string[],
): StoredObject {
  const versions = [
    {
      name: version,
      served: true,
      storage: true,
      schema: { openAPIV3Schema: schema },
      subresources: { status: {} },
    },
  ];
  const names = {
    kind,
    plural,
    singular: kind.toLowerCase(),
    listKind: `${kind}List`,
    ...(shortNames === undefined ? {} : { shortNames }),
  };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: { group, names, scope: 'Namespaced', versions },
    status: { conditions: [{ type: 'Established', status: 'True', reason: 'InitialNamesAccepted' }] },
  };
}

const servingRuntimeSchema = object({ spec: { ...open, required: ['containers'] }, status: open });

/** KServe's CRDs. */
export const kserveCrds: readonly StoredObject[] = [
  crd('serving.kserve.io', 'v1beta1', 'InferenceService', 'inferenceservices', inferenceServiceSchema, [
    'isvc',
  ]),
  crd('serving.kserve.io', 'v1alpha1', 'ServingRuntime', 'servingruntimes', servingRuntimeSchema),
];

const triggerAuthenticationSchema = object(
  {
    spec: object({
      ...unchecked(`awsSecretManager azureKeyVault boundServiceAccountToken configMapTargetRef env filePath
        gcpSecretManager hashiCorpVault oauth2 podIdentity`),
      secretTargetRef: list(
        object({ parameter: string, name: string, key: string }, ['key', 'name', 'parameter']),
      ),
    }),
    status: open,
  },
  ['spec'],
);

/** KEDA's CRDs. */
export const kedaCrds: readonly StoredObject[] = [
  crd('keda.sh', 'v1alpha1', 'ScaledObject', 'scaledobjects', scaledObjectSchema, ['so']),
  crd('keda.sh', 'v1alpha1', 'TriggerAuthentication', 'triggerauthentications', triggerAuthenticationSchema, [
    'ta',
    'triggerauth',
  ]),
];

/** The Prometheus operator's CRDs. */
export const monitoringCrds: readonly StoredObject[] = [
  crd(
    'monitoring.coreos.com',
    'v1',
    'ServiceMonitor',
    'servicemonitors',
    object({ spec: open, status: open }, ['spec']),
  ),
  crd(
    'monitoring.coreos.com',
    'v1',
    'PrometheusRule',
    'prometheusrules',
    object({ spec: open, status: open }, ['spec']),
  ),
];

/** What a CustomResourceDefinition object makes the server serve; one definition a version. */
export function definitionsOf(object: StoredObject): Definition[] {
  const { group, names, scope, versions } = object.spec as unknown as CrdSpec;
  return versions
    .filter(({ served }) => served !== false)
    .map(({ name, schema, subresources }) => ({
      group,
      version: name,
      kind: names.kind,
      plural: names.plural,
      ...givenFields({
        shortNames: names.shortNames,
        scale: subresources?.scale,
        schema: schema?.openAPIV3Schema,
      }),
      namespaced: scope === 'Namespaced',
      custom: true,
      statusSubresource: subresources?.status !== undefined,
      generation: true,
      // The server has no CEL: the one rule of the CRDs it knows is code.
      ...(names.kind === 'ScaledObject' ? { rules: scaledObjectRules } : {}),
    }));
}
