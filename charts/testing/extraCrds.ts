import type { StoredObject } from '../../sandbox/cluster/definition';

/** A kind that the sandbox does not know by itself, with any content. */
function anyContent(group: string, version: string, kind: string, plural: string): StoredObject {
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      scope: 'Namespaced',
      versions: [{ name: version, served: true, storage: true, schema }],
    },
    status: { conditions: [{ type: 'Established', status: 'True', reason: 'InitialNamesAccepted' }] },
  };
}

/** Kinds of the charts beside KServe's, KEDA's and the Prometheus operator's. Their content is checked elsewhere. */
export const extraCrds: readonly StoredObject[] = [
  anyContent('route.openshift.io', 'v1', 'Route', 'routes'),
  anyContent('http.keda.sh', 'v1beta1', 'InterceptorRoute', 'interceptorroutes'),
];
