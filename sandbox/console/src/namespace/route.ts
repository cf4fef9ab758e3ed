/** How the console writes "all projects" where a project's name is expected. */
export const allNamespaces = '#ALL_NS#';

const legalName = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

const scopeOf = (namespace: string): string =>
  namespace === allNamespaces ? 'all-namespaces' : `ns/${namespace}`;

/**
 * The project in a path of the console, undefined when it has none. Only the segment after the first one counts
 * (openshift/console, link.ts): "/x/ns/foo" has one, "/x/y/ns/foo" has not.
 */
export function namespaceOf(path: string): string | undefined {
  const [, scope, name = '', inScope] = segmentsOf(path);
  if (scope === 'all-namespaces') return allNamespaces;
  if (scope === 'ns' && legalName.test(name)) return name;
  const isProject = scope === 'cluster' && (name === 'projects' || name === 'namespaces');
  return isProject && inScope !== undefined && legalName.test(inScope) ? inScope : undefined;
}

/**
 * The path to go to when the project of the page at `path` changes: what comes after the first segment behind the
 * old project is dropped, since an object of one project is not in another. A path without a project stays as it is.
 */
export function pathInNamespace(path: string, namespace: string): string {
  const [prefix = '', scope, ...rest] = segmentsOf(path);
  const inAll = scope === 'all-namespaces';
  const previous = inAll ? allNamespaces : scope === 'ns' ? rest[0] : undefined;
  if (previous === undefined) return path;
  const tail = inAll ? rest : rest.slice(1);
  const kept = previous === namespace ? tail : tail.slice(0, 1);
  return `/${[prefix, scopeOf(namespace), ...kept].join('/')}`;
}

/** A page that is the same in all projects: "/llm-autoscaling" becomes "/llm-autoscaling/ns/foo". */
export function hrefInNamespace(href: string, namespace: string): string {
  return `${href}/${scopeOf(namespace)}`;
}

/** The list of a kind in a project; `resource` is its plural or "group~version~Kind". */
export function listPath(resource: string, namespace: string): string {
  return `/k8s/${scopeOf(namespace)}/${resource}`;
}
