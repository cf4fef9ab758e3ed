import type { WatchK8sResource } from '@openshift-console/dynamic-plugin-sdk';
import type { Kind } from '../resources/kinds';

/** What to watch for all objects of a kind, in a project or in all; with these labels, if any are given. */
export function listWatch(
  { group, version, kind }: Kind,
  namespace: string | undefined,
  matchLabels?: Readonly<Record<string, string>>,
): WatchK8sResource {
  return {
    groupVersionKind: group === '' ? { version, kind } : { group, version, kind },
    isList: true,
    namespaced: true,
    ...(namespace === undefined ? {} : { namespace }),
    ...(matchLabels === undefined ? {} : { selector: { matchLabels } }),
  };
}
