import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Tls } from '../control';
import { sendText } from './answer';

/** Headers that belong to one hop, or to this console and not to what stands behind it. */
const dropped = [
  'connection',
  'keep-alive',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'host',
  'cookie',
  'origin',
  'referer',
  'authorization',
  'x-csrftoken',
];

/** What a request brings along to the cluster, in the name of the console's user. */
export function forwardedHeaders(
  headers: IncomingHttpHeaders,
  token: string | undefined,
): OutgoingHttpHeaders {
  const kept = Object.entries(headers).filter(
    ([name]) => !dropped.includes(name) && !name.startsWith('sec-websocket-'),
  );
  return {
    ...Object.fromEntries(kept),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
}

const hopOnly = ['connection', 'keep-alive', 'transfer-encoding', 'set-cookie'];

function answerHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const kept = Object.entries(headers).filter(([name]) => !hopOnly.includes(name));
  // Scripts in what is passed on must not run (pkg/proxy/proxy.go).
  return { ...Object.fromEntries(kept), 'content-security-policy': 'sandbox;' };
}

/** Where a request goes, and as whom. */
export interface Destination {
  target: URL;
  token: string | undefined;
  tls: Tls | undefined;
  /** The host to ask for, where it is not that of `target`. */
  host?: string;
}

/** A path and query under a base URL, which may have a path of its own. */
export function under(base: string, pathAndQuery: string): URL {
  return new URL(base.replace(/\/+$/, '') + pathAndQuery);
}

/** Passes a request on to `target` (its origin and path) and the answer back as it comes. 502 when nobody is there. */
export function passOn(
  request: IncomingMessage,
  response: ServerResponse,
  { target, token, tls = {}, host }: Destination,
): void {
  const own = host === undefined ? {} : { host };
  const headers = { ...forwardedHeaders(request.headers, token), ...own };
  const start = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const upstream = start(target, { method: request.method ?? 'GET', headers, ...tls }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answerHeaders(answer.headers));
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  upstream.on('error', (error) => {
    if (response.headersSent) response.destroy();
    else sendText(response, 502, `${target.host} does not answer: ${error.message}\n`);
  });
  response.on('close', () => upstream.destroy());
  request.pipe(upstream);
}
