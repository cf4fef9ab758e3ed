import type { Definition } from './definition';
import { apiVersionOf } from './definition';

const allVerbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

interface ApiResource {
  name: string;
  singularName: string;
  namespaced: boolean;
  kind: string;
  verbs: readonly string[];
  shortNames?: string[];
  group?: string;
  version?: string;
}

function resourcesOf(definition: Definition): ApiResource[] {
  const { plural, kind, namespaced, shortNames, verbs = allVerbs } = definition;
  const main: ApiResource = {
    name: plural,
    singularName: kind.toLowerCase(),
    namespaced,
    kind,
    verbs,
    ...(shortNames === undefined ? {} : { shortNames }),
  };
  const sub = (name: string, extra: Partial<ApiResource>): ApiResource => ({
    name: `${plural}/${name}`,
    singularName: '',
    namespaced,
    kind,
    verbs: ['get', 'patch', 'update'],
    ...extra,
  });
  return [
    main,
    ...(definition.statusSubresource ? [sub('status', {})] : []),
    ...(definition.scale !== undefined
      ? [sub('scale', { group: 'autoscaling', version: 'v1', kind: 'Scale' })]
      : []),
  ];
}

/** Answers the discovery paths (/api, /apis, a group, a group version); undefined for any other path. */
export function discovery(
  path: string,
  definitions: readonly Definition[],
): Record<string, unknown> | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  if (path === '/api') return { kind: 'APIVersions', versions: ['v1'], serverAddressByClientCIDRs: [] };
  const groups = [...new Set(definitions.map(({ group }) => group))].filter((group) => group !== '');
  if (path === '/apis')
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: groups.map((name) => groupOf(name, definitions)),
    };
  if (parts[0] === 'apis' && parts.length === 2 && groups.includes(parts[1] ?? '')) {
    return { kind: 'APIGroup', apiVersion: 'v1', ...groupOf(parts[1] ?? '', definitions) };
  }
  const groupVersion = parts[0] === 'api' ? parts[1] : parts.slice(1).join('/');
  if (parts.length !== (parts[0] === 'api' ? 2 : 3)) return undefined;
  const served = definitions.filter((definition) => apiVersionOf(definition) === groupVersion);
  if (served.length === 0) return undefined;
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources: served.flatMap(resourcesOf) };
}

function groupOf(name: string, definitions: readonly Definition[]): Record<string, unknown> {
  const versions = [
    ...new Set(definitions.filter(({ group }) => group === name).map(({ version }) => version)),
  ].map((version) => ({ groupVersion: `${name}/${version}`, version }));
  return { name, versions, preferredVersion: versions[0] };
}
