import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { partServer } from '../connections';
import { textType } from './metricFamily';

/** What a path answers: metrics, or a code and why. */
export type Exposition = { text: string } | { code: number; reason: string };

/** Takes a POST to a path; false when there is nothing for it. */
export type Taking = (path: string, request: IncomingMessage, response: ServerResponse) => boolean;

/** Serves metrics on 127.0.0.1, on a free port; `answer` gets the path, and `take` what is posted. */
export async function startMetricsServer(
  answer: (path: string) => Exposition,
  take: Taking = () => false,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(partServer, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (request.method === 'POST' && take(pathname, request, response)) return;
    const exposition = answer(pathname);
    const [code, type, body] =
      'text' in exposition
        ? [200, textType, exposition.text]
        : [exposition.code, 'text/plain; charset=utf-8', `${exposition.reason}\n`];
    response.writeHead(code, { 'Content-Type': type });
    response.end(body);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
