// What the console's server proxies (pkg/server/server.go): a trailing slash stands for all paths below.
const cluster = ['query', 'query_range', 'label/', 'labels', 'series', 'targets', 'metadata', 'rules'];
const tenancy = ['query', 'query_range', 'label/', 'rules'];

/**
 * Whether the console's server passes a path ("/api/v1/query", without the query string) on to Thanos. The others get
 * 404 "not found" from the console itself.
 */
export function allowedPath(isTenancy: boolean, path: string): boolean {
  const [, endpoint] = /^\/api\/v1\/(.+)$/.exec(path) ?? [];
  if (endpoint === undefined) return false;
  return (isTenancy ? tenancy : cluster).some((allowed) =>
    allowed.endsWith('/') ? endpoint.startsWith(allowed) : endpoint === allowed,
  );
}
