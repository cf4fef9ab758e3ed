import type { KubernetesObject } from '../resources/object';

const marks: readonly (readonly [string, string])[] = [
  ['argocd.argoproj.io/tracking-id', 'Argo CD'],
  ['argocd.argoproj.io/instance', 'Argo CD'],
  ['kustomize.toolkit.fluxcd.io/name', 'Flux'],
  ['helm.toolkit.fluxcd.io/name', 'Flux'],
];
const fieldManagers: readonly (readonly [string, string])[] = [
  ['argocd-controller', 'Argo CD'],
  ['argocd-application-controller', 'Argo CD'],
  ['kustomize-controller', 'Flux'],
  ['helm-controller', 'Flux'],
];

/** The tool that keeps the object as it is in a repository, by its marks on it; undefined when there are none. */
export function gitOpsManagerOf({ metadata }: KubernetesObject): string | undefined {
  const keys = { ...metadata.labels, ...metadata.annotations };
  const managers = new Set(metadata.managedFields?.map(({ manager }) => manager));
  const mark = marks.find(([key]) => key in keys) ?? fieldManagers.find(([name]) => managers.has(name));
  return mark?.[1];
}
