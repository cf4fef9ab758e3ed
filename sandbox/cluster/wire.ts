import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { Failure } from './failure';
import type { ApiAnswer, ApiRequest } from './request';
import type { Store } from './store';
import { startWatch } from './watch';

const bodyLimit = 3 * 1024 * 1024;

/** The body as text; undefined when it is larger than the limit of the real server. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Who asks: the name in a client certificate that is believed, or the bearer token, which is a name here. */
function userOf({ socket, headers }: IncomingMessage): string {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1];
  if (!(socket instanceof TLSSocket) || !socket.authorized) return token ?? 'system:anonymous';
  return [socket.getPeerCertificate().subject.CN].flat()[0] ?? 'system:anonymous';
}

/** A request with its body, or the answer to one that is too large. */
export async function readRequest(
  request: IncomingMessage,
): Promise<ApiRequest | Extract<ApiAnswer, { json: string }>> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const body = await bodyOf(request);
  if (body === undefined) {
    const message = `Request entity too large: limit is ${String(bodyLimit)}`;
    return { code: 413, json: JSON.stringify(new Failure(413, 'RequestEntityTooLarge', message).toStatus()) };
  }
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    user: userOf(request),
    userAgent: request.headers['user-agent'] ?? '',
    contentType: (request.headers['content-type'] ?? '').split(';')[0] ?? '',
    body,
  };
}

type Whole = Exclude<ApiAnswer, { watch: unknown }>;

const contentOf = (answer: Whole): [type: string, body: string] =>
  'json' in answer ? ['application/json', answer.json] : ['text/plain; charset=utf-8', answer.text];

/**
 * How far a watch may lag behind before the server ends it, in bytes that wait to be sent. The real server does so too,
 * or one reader that sleeps would cost it its memory; the reader lists anew.
 */
export const slowReaderBytes = 16 * 1024 * 1024;

/** Writes an answer, or follows its watch until either side ends it. */
export function writeAnswer(
  response: ServerResponse,
  answer: ApiAnswer,
  store: Store,
  backlog: number,
): void {
  if ('watch' in answer) {
    response.writeHead(200, { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' });
    response.flushHeaders();
    const stop = startWatch(
      store,
      answer.watch,
      (line) => {
        if (response.writableLength > backlog) response.destroy();
        else response.write(`${line}\n`);
      },
      () => response.end(),
    );
    response.on('close', stop);
    return;
  }
  const [type, body] = contentOf(answer);
  const warnings = 'warnings' in answer ? (answer.warnings ?? []) : [];
  // Header values are ASCII: what a webhook says beyond that is escaped.
  const headers = warnings.map((text) => `299 - ${JSON.stringify(text).replace(/[^ -~]/g, '?')}`);
  response.writeHead(answer.code, {
    'Content-Type': type,
    'Cache-Control': 'no-cache, private',
    ...(headers.length === 0 ? {} : { Warning: headers }),
  });
  response.end(body);
}

/** Answers a request for a WebSocket that does not get one. */
export function writeRefusal(socket: Duplex, answer: Whole): void {
  const [type, body] = contentOf(answer);
  const head = [
    `HTTP/1.1 ${String(answer.code)} Refused`,
    `Content-Type: ${type}`,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
