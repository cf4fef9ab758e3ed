import type { K8sGroupVersionKind, K8sModel } from '@openshift-console/dynamic-plugin-sdk';

/** How a component of the console is told a kind: "group~version~Kind" is the old way, which it still takes. */
export interface GivenKind {
  groupVersionKind?: K8sGroupVersionKind;
  kind?: string;
}

/** "group~version~Kind", with "core" for the group without a name. */
export function referenceOf({ apiGroup, apiVersion, kind }: K8sModel): string {
  return [apiGroup ?? 'core', apiVersion, kind].join('~');
}

/** The kind's own name, as far as it can be told without knowing the cluster. */
export function kindName({ groupVersionKind, kind = '' }: GivenKind): string {
  return groupVersionKind?.kind ?? kind.split('~').at(-1) ?? '';
}
