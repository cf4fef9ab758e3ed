import type { K8sModel } from '@openshift-console/dynamic-plugin-sdk';
import { referenceOf } from '../resource/reference';
import { coFetchJSON } from '../shims/consoleFetch';
import type { DiscoveredModel } from './k8sReducer';

interface ApiResource {
  name: string;
  kind: string;
  namespaced: boolean;
  verbs: string[];
  shortNames?: string[];
}

interface ApiGroup {
  name: string;
  versions: { groupVersion: string; version: string }[];
}

const root = '/api/kubernetes';

/** Where the console does not take a kind's capital letters. */
const abbreviations: Record<string, string> = { Namespace: 'NS', Project: 'PR' };

/** "HorizontalPodAutoscaler" gives "HPA", "Node" gives "N": the letters in the badge of a kind. */
export function abbreviationOf(kind: string): string {
  const own = abbreviations[kind];
  if (own !== undefined) return own;
  return (kind.replace(/[^A-Z]/g, '') || kind.slice(0, 1)).toUpperCase().slice(0, 4);
}

/** Kinds that the console knows itself go by their plural in its paths, all others by group, version and kind. */
const isCustom = (group: string): boolean => group.includes('.') && !/\.(?:k8s|openshift)\.io$/.test(group);

function modelOf(resource: ApiResource, group: string, version: string): K8sModel {
  const { name, kind, namespaced, verbs, shortNames } = resource;
  return {
    abbr: abbreviationOf(kind),
    kind,
    label: kind,
    labelPlural: `${kind}s`,
    plural: name,
    apiVersion: version,
    ...(group === '' ? {} : { apiGroup: group }),
    namespaced,
    crd: isCustom(group),
    id: kind.toLowerCase(),
    verbs: verbs as NonNullable<K8sModel['verbs']>,
    ...(shortNames === undefined ? {} : { shortNames }),
  };
}

async function modelsAt(path: string, group: string, version: string): Promise<K8sModel[]> {
  const { resources } = (await coFetchJSON(`${root}${path}`)) as { resources: ApiResource[] };
  return resources
    .filter(({ name }) => !name.includes('/'))
    .map((resource) => modelOf(resource, group, version));
}

/** The models of all kinds that the API serves; rejects with the error of a request that fails. */
export async function discoverModels(): Promise<DiscoveredModel[]> {
  const { groups } = (await coFetchJSON(`${root}/apis`)) as { groups: ApiGroup[] };
  const found = await Promise.all([
    modelsAt('/api/v1', '', 'v1'),
    ...groups.flatMap(({ name, versions }) =>
      versions.map(({ groupVersion, version }) => modelsAt(`/apis/${groupVersion}`, name, version)),
    ),
  ]);
  return found.flat().map((model) => ({ reference: referenceOf(model), model }));
}
