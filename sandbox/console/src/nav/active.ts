/** The segments of a path without its project: "/k8s/ns/foo/pods" and "/k8s/all-namespaces/pods" both give "k8s/pods". */
function withoutScope(path: string): string[] {
  const [first, second, ...rest] = path.split('/').filter((segment) => segment !== '');
  if (first === undefined) return [];
  if (second === undefined) return [first];
  if (second === 'all-namespaces' || second === 'cluster') return [first, ...rest];
  if (second === 'ns') return [first, ...rest.slice(1)];
  return [first, second, ...rest];
}

/** Whether the navigation shows the link as the current one: the page lies at or below it, whatever the project. */
export function isActive(path: string, href: string, startsWith: readonly string[] = []): boolean {
  const at = withoutScope(path);
  const leads = (to: string): boolean => withoutScope(to).every((segment, index) => segment === at[index]);
  return [href, ...startsWith].some(leads);
}
