import type { Definition, ScalePaths, StoredObject } from './definition';
import { givenFields } from './fields';
import type { Cause } from './failure';
import { httpScaledObjectRules } from './schemas/httpScaledObject';
import { interceptorRouteRules } from './schemas/interceptorRoute';
import { routeRules, routeSchema } from './schemas/route';
import { scaledObjectRules, scaledObjectSchema } from './schemas/scaledObject';
import { shapes } from './schemas/shapes';
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
  apiVersion: `${string}/${string}`,
  kind: string,
  openAPIV3Schema: Schema,
  { shortNames, subresources = { status: {} } }: { shortNames?: string[]; subresources?: object },
): StoredObject {
  const [group, version] = apiVersion.split('/');
  const singular = kind.toLowerCase();
  const plural = `${singular}s`;
  const schema = { openAPIV3Schema };
  const names = { kind, plural, singular, listKind: `${kind}List`, ...givenFields({ shortNames }) };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${String(group)}` },
    spec: {
      group,
      names,
      scope: 'Namespaced',
      versions: [{ name: version, served: true, storage: true, schema, subresources }],
    },
    status: { conditions: [{ type: 'Established', status: 'True', reason: 'InitialNamesAccepted' }] },
  };
}

const open: Schema = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };

/** KServe's CRDs. */
export const kserveCrds: readonly StoredObject[] = [
  crd('serving.kserve.io/v1beta1', 'InferenceService', shapes.of('InferenceService'), {
    shortNames: ['isvc'],
  }),
  crd('serving.kserve.io/v1alpha1', 'ServingRuntime', shapes.of('ServingRuntime'), { subresources: {} }),
];

/**
 * KServe's CRD for llm-d, without its schema (2.7 MB with 83 rules in CEL): any content is taken. Only scenarios that have
 * such objects serve it.
 */
export const llmCrds: readonly StoredObject[] = [
  crd('serving.kserve.io/v1alpha2', 'LLMInferenceService', open, {
    shortNames: ['llmisvc'],
  }),
];

/** KEDA's CRDs. */
export const kedaCrds: readonly StoredObject[] = [
  crd('keda.sh/v1alpha1', 'ScaledObject', scaledObjectSchema, { shortNames: ['so'] }),
  crd('keda.sh/v1alpha1', 'TriggerAuthentication', shapes.of('TriggerAuthentication'), {
    shortNames: ['ta', 'triggerauth'],
  }),
];

/** The KEDA HTTP add-on's CRDs. */
export const httpAddOnCrds: readonly StoredObject[] = [
  crd('http.keda.sh/v1beta1', 'InterceptorRoute', shapes.of('InterceptorRoute'), {}),
  crd('http.keda.sh/v1alpha1', 'HTTPScaledObject', shapes.of('HTTPScaledObject'), {
    shortNames: ['httpso'],
  }),
];

/** OpenShift's own CRDs. */
export const openShiftCrds: readonly StoredObject[] = [
  crd('route.openshift.io/v1', 'Route', routeSchema, {}),
];

/** The Prometheus operator's CRDs. */
export const monitoringCrds: readonly StoredObject[] = [
  crd('monitoring.coreos.com/v1', 'ServiceMonitor', shapes.of('ServiceMonitor'), { shortNames: ['smon'] }),
  crd('monitoring.coreos.com/v1', 'PrometheusRule', shapes.of('PrometheusRule'), {
    shortNames: ['promrule'],
  }),
];

/** All CRDs of the sandbox. */
export const everyCrd: readonly StoredObject[] = [
  ...[...kserveCrds, ...kedaCrds, ...monitoringCrds],
  ...[...httpAddOnCrds, ...openShiftCrds],
];

/** The server has no CEL: the rules of the CRDs it knows are code. */
const celRules: Readonly<Record<string, (object: StoredObject) => Cause[]>> = {
  ScaledObject: scaledObjectRules,
  InterceptorRoute: interceptorRouteRules,
  HTTPScaledObject: httpScaledObjectRules,
  Route: routeRules,
};

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
      ...givenFields({ rules: celRules[names.kind] }),
    }));
}
