import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
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

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
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
      .then(({ code, body }) => {
        response.writeHead(code, { 'Content-Type': 'application/json' });
        response.end(JSON.stringify(body));
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
