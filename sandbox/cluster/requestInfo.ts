import { givenFields } from './fields';

/** Where in the API a request goes. */
export interface RequestInfo {
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name?: string;
  subresource?: string;
}

/** The group, the version and the rest of a path; undefined when it does not go to a resource. */
function splitRoot(parts: readonly string[]): [group: string, version: string, rest: string[]] | undefined {
  const [root, ...rest] = parts;
  const group = root === 'apis' ? rest.shift() : '';
  const version = rest.shift();
  if ((root !== 'api' && root !== 'apis') || group === undefined || version === undefined) return undefined;
  return rest.length === 0 ? undefined : [group, version, rest];
}

/** Reads an API path; undefined when it is not that of a resource. Throws URIError when it cannot be decoded. */
export function parsePath(path: string): RequestInfo | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const [group, version, rest] = splitRoot(parts.map(decodeURIComponent)) ?? [];
  if (group === undefined || version === undefined || rest === undefined) return undefined;
  const namespaced = rest[0] === 'namespaces' && rest.length > 2 && !isNamespaceSubresource(rest);
  const namespace = namespaced ? rest[1] : undefined;
  const [plural = '', name, subresource, ...more] = namespaced ? rest.slice(2) : rest;
  if (more.length > 0) return undefined;
  return { group, version, plural, ...givenFields({ namespace, name, subresource }) };
}

const isNamespaceSubresource = (rest: string[]): boolean =>
  rest.length === 3 && (rest[2] === 'status' || rest[2] === 'finalize');

/** The RBAC verb of a request. */
export function verbOf(method: string, info: RequestInfo, watch: boolean): string {
  if (method === 'GET' || method === 'HEAD') {
    if (watch) return 'watch';
    return info.name === undefined ? 'list' : 'get';
  }
  if (method === 'POST') return 'create';
  if (method === 'PUT') return 'update';
  if (method === 'PATCH') return 'patch';
  return info.name === undefined ? 'deletecollection' : 'delete';
}
