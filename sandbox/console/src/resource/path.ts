import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { referenceOf } from './reference';

/** How a kind is named in the console's paths: its plural, or "group~version~Kind" for a custom one. */
export function resourceSegment(model: K8sModel): string {
  return model.crd === true ? referenceOf(model) : model.plural;
}

/** The details page of an object, undefined when a namespaced one has no namespace. */
export function resourcePath(
  model: K8sModel,
  name: string,
  namespace: string | undefined,
): string | undefined {
  const tail = `${resourceSegment(model)}/${encodeURIComponent(name)}`;
  if (model.namespaced !== true) return `/k8s/cluster/${tail}`;
  return namespace === undefined ? undefined : `/k8s/ns/${namespace}/${tail}`;
}
