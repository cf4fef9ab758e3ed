import type { ConsoleFetch, ConsoleFetchJSON, ConsoleFetchText } from '@openshift-console/dynamic-plugin-sdk';
import { RetryError, TimeoutError } from '@openshift-console/dynamic-plugin-sdk/lib/utils/error/http-error';
import { checkStatus } from './checkStatus';

const attempts = 3;
const defaultTimeout = 60_000;

function csrfToken(): string {
  return /(?:^|;\s*)csrf-token=([^;]*)/.exec(document.cookie)?.[1] ?? '';
}

/** The console's server wants the token on requests that change something, and only it may see the token. */
function withConsoleHeaders(url: string, options: RequestInit): RequestInit {
  const headers = new Headers(options.headers);
  const target = new URL(url, window.location.href);
  const safe = ['GET', 'HEAD', 'OPTIONS'].includes((options.method ?? 'GET').toUpperCase());
  if (!safe && target.origin === window.location.origin) headers.set('X-CSRFToken', csrfToken());
  return { credentials: 'same-origin', ...options, headers };
}

async function attempt(url: string, options: RequestInit): Promise<Response> {
  for (let left = attempts - 1; ; left -= 1) {
    try {
      return await checkStatus(await fetch(url, options), options.method ?? 'GET', left > 0);
    } catch (error) {
      if (!(error instanceof RetryError)) {
        console.warn(`consoleFetch failed for url ${url}`, error);
        throw error;
      }
    }
  }
}

/** fetch with the console's headers, retries and errors; the time-out is real time, since the network is. */
export const coFetch: ConsoleFetch = async (url, options = {}, timeout: number | null = defaultTimeout) => {
  const answer = attempt(url, withConsoleHeaders(url, options));
  if (timeout === null || timeout <= 0) return answer;
  let timer: number | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = window.SANDBOX_TIME.setTimeout(() => {
      reject(new TimeoutError(url, timeout));
    }, timeout);
  });
  return Promise.race([answer, late]).finally(() => {
    window.SANDBOX_TIME.clearTimeout(timer);
  });
};

async function parse(response: Response): Promise<unknown> {
  const text = await response.text();
  const isText = response.headers.get('Content-Type') === 'text/plain';
  if (text === '') return isText ? '' : {};
  return isText || !response.ok ? text : (JSON.parse(text) as unknown);
}

/** The SDK passes null where it has nothing to say. */
type Optional<T> = T | null | undefined;

async function request(
  url: string,
  method: string,
  options: Optional<RequestInit>,
  timeout: Optional<number>,
): Promise<unknown> {
  return parse(await coFetch(url, { method, ...options }, timeout as number | undefined));
}

const withHeaders = (options: Optional<RequestInit>, defaults: Record<string, string>): RequestInit => ({
  ...options,
  headers: { ...defaults, ...(options?.headers as Record<string, string> | undefined) },
});

const accept = { Accept: 'application/json' };

const sending =
  (method: string) =>
  (url: string, json?: unknown, options?: Optional<RequestInit>, timeout?: Optional<number>) => {
    const type = method === 'PATCH' ? 'json-patch+json' : 'json';
    const headers = { ...accept, 'Content-Type': `application/${type};charset=UTF-8` };
    const body = json === undefined || json === null ? {} : { body: JSON.stringify(json) };
    return request(url, method, { ...withHeaders(options, headers), ...body }, timeout);
  };

/** As coFetch, and reads the answer as JSON. */
export const coFetchJSON: ConsoleFetchJSON = Object.assign(
  (url: string, method = 'GET', options?: Optional<RequestInit>, timeout?: Optional<number>) =>
    request(url, method, withHeaders(options, accept), timeout),
  {
    delete: sending('DELETE'),
    post: sending('POST'),
    put: sending('PUT'),
    patch: sending('PATCH'),
  },
);

/** As coFetch, and reads the answer as text when its type says so. */
export const coFetchText: ConsoleFetchText = (url, options, timeout) => request(url, 'GET', options, timeout);
