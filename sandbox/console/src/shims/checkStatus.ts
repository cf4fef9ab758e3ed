import { HttpError, RetryError } from '@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error';

interface FailureBody {
  message?: string;
  error?: string;
  details?: { kind?: string; causes?: { message?: string; field?: string }[] };
}

/** The best words for a failure: the first cause that Kubernetes names, its message, else HTTP's own. */
function reasonOf(body: FailureBody, response: Response): string {
  const cause = response.status === 403 ? undefined : body.details?.causes?.[0];
  if (cause !== undefined) return `Error "${cause.message ?? ''}" for field "${cause.field ?? ''}".`;
  const fallback = response.status === 403 ? 'Access denied due to cluster policy.' : response.statusText;
  return [body.message, body.error].find((text) => text !== undefined && text !== '') ?? fallback;
}

const quotas = ['resourcequotas', 'clusterresourcequotas'];

const isQuotaConflict = (response: Response, body: FailureBody): boolean =>
  response.status === 409 && quotas.includes(body.details?.kind ?? '');

/**
 * Returns a good answer. Throws the SDK's RetryError when the request should be sent again (too many requests, or a
 * quota that was changed meanwhile) and `mayRetry`, and its HttpError for any other failure.
 */
export async function checkStatus(response: Response, method: string, mayRetry: boolean): Promise<Response> {
  if (response.ok || response.status === 304) return response;
  if (mayRetry && response.status === 429) throw new RetryError();
  if (!(response.headers.get('content-type') ?? '').includes('json')) {
    throw new HttpError(response.statusText, response.status, response);
  }
  const body = (await response.json()) as FailureBody;
  if (mayRetry && method === 'POST' && isQuotaConflict(response, body)) throw new RetryError();
  throw new HttpError(reasonOf(body, response), response.status, response, body);
}
