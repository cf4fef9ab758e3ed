import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { openApiAt } from './openApi';
import { releaseSecretJson } from './releaseSecret';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The body in JSON. A deletion's options are left out: Helm's for its Secrets are empty. */
function translated(request: IncomingMessage, body: Buffer): string {
  const isProtobuf = request.headers['content-type']?.includes('protobuf') === true;
  if (!isProtobuf) return body.toString();
  if (request.method === 'DELETE') return '';
  const namespace = /\/namespaces\/([^/]+)\//.exec(request.url ?? '')?.[1];
  return releaseSecretJson(body, namespace ?? '');
}

/** Kinds of Kubernetes that the sandbox serves only as custom ones: those take no strategic merge patches. */
const servedAsCustom = /^\/apis\/(policy|batch)\/|\/statefulsets\//;

function contentTypeOf({ headers, url = '' }: IncomingMessage): string {
  const given = headers['content-type'] ?? 'application/json';
  return servedAsCustom.test(url) ? given.replace('strategic-merge-patch', 'merge-patch') : given;
}

/**
 * What a server without streaming lists says (apimachinery validation.ValidateListOptions): the client then lists and
 * watches, which the sandbox can.
 */
const noStreamingLists = {
  kind: 'Status',
  apiVersion: 'v1',
  status: 'Failure',
  message: 'sendInitialEvents: Forbidden: sendInitialEvents is forbidden for watch',
  reason: 'Invalid',
  code: 422,
};

/** The path of the collection that an object's path belongs to. */
const collectionOf = (url: string): string => (url.split('?')[0] ?? '').replace(/\/[^/]+$/, '');

async function forward(
  apiUrl: string,
  user: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const described = openApiAt(request.url ?? '');
  if (described !== undefined) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(described));
    return;
  }
  if (request.url?.includes('sendInitialEvents=true') === true) {
    response.writeHead(422, { 'content-type': 'application/json' });
    response.end(JSON.stringify(noStreamingLists));
    return;
  }
  const body = translated(request, await bodyOf(request));
  const given = contentTypeOf(request);
  const ended = new AbortController();
  // A watch lasts until Helm has seen enough.
  response.on('close', () => {
    ended.abort();
  });
  const send = (method: string, url: string, contentType: string): Promise<Response> =>
    fetch(apiUrl + url, {
      method,
      signal: ended.signal,
      headers: { authorization: `Bearer ${user}`, accept: 'application/json', 'content-type': contentType },
      ...(body === '' ? {} : { body }),
    });
  const { method = 'GET', url = '/' } = request;
  const sent = await send(method, url, given.includes('protobuf') ? 'application/json' : given);
  // Helm 4 makes the hooks of an uninstall by server-side apply; the sandbox applies only to what is there.
  const isMissing = sent.status === 404 && given.includes('apply-patch');
  const answer = isMissing ? await send('POST', collectionOf(url), 'application/json') : sent;
  response.writeHead(answer.status, {
    'content-type': answer.headers.get('content-type') ?? 'application/json',
  });
  if (answer.body === null) response.end();
  else await pipeline(Readable.fromWeb(answer.body as WebStream), response);
}

/**
 * Stands between Helm and the sandbox's API server, for what Helm's client wants: it sends no token over plain HTTP, so
 * the user is named here (as kubectl proxy does); it writes its release in protobuf; and it watches by streaming lists.
 */
export async function startProxy(
  apiUrl: string,
  user: string,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    forward(apiUrl, user, request, response).catch((error: unknown) => {
      // Nobody is left to tell when Helm itself hung up.
      if (!response.destroyed) response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
