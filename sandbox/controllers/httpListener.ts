import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { partServer } from '../connections';

/** An answer in JSON. */
export interface JsonAnswer {
  code: number;
  body: unknown;
}

/** A listener on a free port of 127.0.0.1. */
export interface Listener {
  url: string;
  close(): Promise<void>;
}

const maxBodyBytes = 1_000_000;

/** The text of a request's body; throws an Error when it is larger than a megabyte. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new Error('The request is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** Sends an answer in JSON. */
export function sendJson(response: ServerResponse, { code, body }: JsonAnswer): void {
  response.writeHead(code, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** Serves JSON; an answer that throws is a 500 with the error's message. */
export async function listen(
  answer: (url: URL, body: string, headers: IncomingHttpHeaders) => Promise<JsonAnswer>,
): Promise<Listener> {
  const server = createServer(partServer, (request, response) => {
    const serve = async (): Promise<JsonAnswer> =>
      answer(new URL(request.url ?? '/', 'http://localhost'), await bodyOf(request), request.headers);
    serve()
      .catch((error: unknown) => ({
        code: 500,
        body: { message: error instanceof Error ? error.message : String(error) },
      }))
      .then((sent) => {
        sendJson(response, sent);
      })
      .catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : new Error(String(error)));
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
