const reading = ['GET', 'HEAD', 'OPTIONS'];

/** Questions that are asked by POST and change nothing: what may I do, who am I. */
const question =
  /^\/api\/kubernetes\/apis\/(authorization|authentication)\.k8s\.io\/v1\/selfsubject\w*reviews$/;

/** What acts on a pod, a node or a Service though it is asked for by GET. */
const acting = /\/(exec|attach|portforward|proxy)(\/|$)/;

/** Prometheus' queries may come by POST: they are long. */
const query = /^\/api\/prometheus(-tenancy)?\/api\/v1\/(query|query_range|series|labels)$/;

/** A path as the API server reads it: with all that is escaped; undefined when it cannot be read. */
function decoded(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** Whether a request could change a cluster that must only be looked at. */
export function wouldChange(method: string, pathname: string): boolean {
  const path = decoded(pathname);
  if (path === undefined || acting.test(path)) return true;
  if (reading.includes(method)) return false;
  return !question.test(path) && !query.test(path);
}

/** The refusal as the API server would word one (metav1.Status), so that every client can show it. */
export const readOnlyStatus = {
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  reason: 'Forbidden',
  code: 403,
  message: 'The local console only reads this cluster: start it with --write to change something.',
};
