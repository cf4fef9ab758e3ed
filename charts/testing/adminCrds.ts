import type { StoredObject } from '../../sandbox/cluster/definition';

/** A kind that the sandbox does not know by itself, with any content. */
function anyContent(
  scope: 'Namespaced' | 'Cluster',
  group: string,
  version: string,
  kind: string,
  plural: string,
): StoredObject {
  const schema = { openAPIV3Schema: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: { kind, plural, singular: kind.toLowerCase(), listKind: `${kind}List` },
      scope,
      versions: [{ name: version, served: true, storage: true, schema }],
    },
    status: { conditions: [{ type: 'Established', status: 'True', reason: 'InitialNamesAccepted' }] },
  };
}

/** Kinds that a cluster's administrator has to do with. Their content is checked elsewhere. */
export const adminCrds: readonly StoredObject[] = [
  anyContent('Namespaced', 'policy', 'v1', 'PodDisruptionBudget', 'poddisruptionbudgets'),
  anyContent('Namespaced', 'apps', 'v1', 'StatefulSet', 'statefulsets'),
  anyContent('Cluster', 'console.openshift.io', 'v1', 'ConsolePlugin', 'consoleplugins'),
  anyContent('Cluster', 'operator.openshift.io', 'v1', 'Console', 'consoles'),
  anyContent('Namespaced', 'operators.coreos.com', 'v1', 'OperatorGroup', 'operatorgroups'),
  anyContent('Namespaced', 'operators.coreos.com', 'v1alpha1', 'Subscription', 'subscriptions'),
  anyContent('Namespaced', 'operators.coreos.com', 'v1alpha1', 'InstallPlan', 'installplans'),
  anyContent(
    'Namespaced',
    'operators.coreos.com',
    'v1alpha1',
    'ClusterServiceVersion',
    'clusterserviceversions',
  ),
  anyContent('Namespaced', 'keda.sh', 'v1alpha1', 'KedaController', 'kedacontrollers'),
];

/** The kind of one of them. Throws an Error for another. */
export function adminKind(kind: string): { group: string; version: string; kind: string; plural: string } {
  const found = adminCrds.find(({ spec }) => (spec?.names as { kind: string }).kind === kind);
  if (found === undefined) throw new Error(`${kind} is none of adminCrds.`);
  const { group, names, versions } = found.spec as unknown as {
    group: string;
    names: { plural: string };
    versions: { name: string }[];
  };
  return { group, version: versions[0]?.name ?? '', kind, plural: names.plural };
}
