import type { IncomingMessage } from 'node:http';

const localHost = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/;

/**
 * Why a request must not be served, undefined when it may. The bridge adds a token of the cluster to what it passes on,
 * so it answers only to pages that it served itself, under a name of this machine (no DNS rebinding).
 */
export function refusal({ headers }: IncomingMessage): string | undefined {
  const { host = '', origin } = headers;
  if (!localHost.test(host)) return `the host ${host} is not this machine`;
  if (origin !== undefined && origin !== `http://${host}`) return `the origin ${origin} is not this console`;
  return undefined;
}

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a request may change something: it shows that it can read the console's cookie, which only a page of the
 * same origin can (double submit, as pkg/auth/csrfverifier of the console's server).
 */
export function hasCsrfToken({ method = 'GET', headers }: IncomingMessage): boolean {
  if (safeMethods.includes(method)) return true;
  const cookie = /(?:^|;\s*)csrf-token=([^;]*)/.exec(headers.cookie ?? '')?.[1] ?? '';
  return cookie !== '' && headers['x-csrftoken'] === cookie;
}
