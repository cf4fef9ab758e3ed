import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import type { Kind } from '../resources/kinds';

/** The console's description of a kind, as its read and write functions want it. All kinds of ours but the nodes are namespaced. */
export function consoleModel({ group, version, kind, plural }: Kind): K8sModel {
  return {
    abbr: kind.slice(0, 1),
    kind,
    label: kind,
    labelPlural: plural,
    plural,
    apiVersion: version,
    ...(group === '' ? {} : { apiGroup: group }),
    namespaced: true,
  };
}
