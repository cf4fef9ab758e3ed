import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { partServer } from '../connections';
import type { Backend, Control } from '../control';
import { sendJson, sendText } from './answer';
import { hasCsrfToken, refusal } from './guard';
import { readOnlyStatus, wouldChange } from './readOnly';
import { clusterTarget, serve } from './routes';
import { WebSocketProxy } from './webSocketProxy';

/** What the bridge serves, and where. */
export interface BridgeOptions {
  /** On 127.0.0.1; 0 takes a free one. */
  port: number;
  pluginDist: string;
  consoleDist: string;
  backend: () => Backend;
  control: Control;
}

function secure(response: ServerResponse): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('X-Frame-Options', 'DENY');
  response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin');
}

/** Whether a request to a cluster that is only looked at could change it. */
function isForbidden({ method = 'GET', url = '/' }: IncomingMessage, { readOnly }: Backend): boolean {
  if (readOnly !== true) return false;
  const { pathname } = new URL(url, 'http://localhost');
  return pathname.startsWith('/api/') && wouldChange(method, pathname);
}

/**
 * Does for the local console what the console's Go server does: the page, the plugin's files, and the way to the cluster
 * and its metrics with the user's token. Rejects when the port is taken.
 */
export async function startBridge(options: BridgeOptions): Promise<{ url: string; close(): Promise<void> }> {
  const sources = { ...options, csrfToken: randomBytes(32).toString('hex') };
  const webSockets = new WebSocketProxy();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    secure(response);
    const reason = refusal(request);
    if (reason !== undefined) {
      sendText(response, 403, `Forbidden: ${reason}\n`);
    } else if (!hasCsrfToken(request)) {
      sendText(response, 403, 'Forbidden: invalid CSRF token\n');
    } else if (isForbidden(request, options.backend())) {
      sendJson(response, 403, readOnlyStatus);
    } else {
      await serve(request, response, sources);
    }
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const backend = options.backend();
    const target = isForbidden(request, backend)
      ? undefined
      : clusterTarget(new URL(request.url ?? '/', 'http://localhost'), backend);
    // A browser sends its origin with each WebSocket; who sends none is no browser.
    if (refusal(request) !== undefined || target === undefined) {
      socket.end(
        `HTTP/1.1 ${target === undefined ? '404 Not Found' : '403 Forbidden'}\r\nConnection: close\r\n\r\n`,
      );
      return;
    }
    webSockets.passOn(request, socket, head, { target, token: backend.token, tls: backend.tls });
  }

  const server = createServer(partServer, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, `Internal error of the bridge: ${message}\n`);
    });
  });
  server.on('upgrade', upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        webSockets.close();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
