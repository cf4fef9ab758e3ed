import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { WebSocketServer } from 'ws';
import type { SandboxChange, SandboxState } from '../control';
import { startBridge } from './bridge';

/** The state of the sandbox behind the bridge of a test. */
export const state: SandboxState = {
  scenario: 'quiet',
  scenarios: [{ name: 'quiet', title: '</script>', description: '' }],
  load: false,
  speed: 1,
  now: 1000,
  user: 'editor',
  users: [{ name: 'editor', title: 'Project editor' }],
  generation: 1,
};

/** A file with a hash in its name. */
export const entry = 'plugin-entry.0123456789abcdef0123.min.js';

/** What a page of the console sends along to change something. */
export const token = { Cookie: 'other=1; csrf-token=abc', 'X-CSRFToken': 'abc' };

/** A request that arrived behind the bridge. */
export interface Seen {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** An answer of the bridge, uncompressed. */
export interface Answer {
  code: number;
  headers: IncomingMessage['headers'];
  body: string;
}

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** A bridge with files, and with something behind it that notes what arrives. */
export interface BridgeFixture {
  url: string;
  seen: Seen[];
  changes: SandboxChange[];
  /** Asks without any of the rewriting that fetch does to paths and headers. */
  ask(target: string, asked?: Asked): Promise<Answer>;
  /** Ends the WebSockets from behind, as a cluster that is lost. */
  loseCluster(): void;
  stop(): Promise<void>;
}

function writeFiles(folder: string): void {
  const files: Record<string, string | Buffer> = {
    'plugin/plugin-manifest.json': '{"name":"x"}',
    [`plugin/${entry}`]: 'console.log(1)',
    [`plugin/${entry}.gz`]: gzipSync('console.log(1)'),
    'plugin/locales/en/plugin__x.json': '{"a":"b"}',
    'secret.txt': 'secret',
    'console/scripts.json': '["time.js","host.js"]',
    'console/host.js': 'host',
  };
  for (const [file, content] of Object.entries(files)) {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}

async function startBehind(
  seen: Seen[],
): Promise<{ url: string; loseSockets(): void; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
      const headers = { 'Content-Type': 'application/json', 'Set-Cookie': 'a=b' };
      response.writeHead(request.url === '/missing' ? 404 : 200, headers);
      response.end('{"from":"behind"}');
    });
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/forbidden') === true) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.send(JSON.stringify({ url: request.url, headers: request.headers }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    loseSockets() {
      for (const client of sockets.clients) client.terminate();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function askAt(
  url: string,
  target: string,
  { method = 'GET', headers = {}, body = '' }: Asked,
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path: target, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const content = Buffer.concat(chunks);
        const zipped = response.headers['content-encoding'] === 'gzip';
        resolve({
          code: response.statusCode ?? 0,
          headers: response.headers,
          body: (zipped ? gunzipSync(content) : content).toString(),
        });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** Starts a bridge for a test. A change to the scenario "nope" fails. */
export async function startFixture(): Promise<BridgeFixture> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bridge-'));
  writeFiles(folder);
  const seen: Seen[] = [];
  const changes: SandboxChange[] = [];
  const behind = await startBehind(seen);
  const bridge = await startBridge({
    port: 0,
    pluginDist: path.join(folder, 'plugin'),
    consoleDist: path.join(folder, 'console'),
    backend: () => ({
      api: behind.url,
      models: behind.url,
      clusterMetrics: behind.url,
      tenancyMetrics: behind.url,
      token: 'the-token',
    }),
    control: {
      state: () => state,
      change: (change) => {
        if (change.scenario === 'nope') return Promise.reject(new Error('There is no scenario nope.'));
        changes.push(change);
        return Promise.resolve({ ...state, ...change });
      },
    },
  });
  return {
    url: bridge.url,
    seen,
    changes,
    ask: (target, asked = {}) => askAt(bridge.url, target, asked),
    loseCluster() {
      behind.loseSockets();
    },
    async stop() {
      await bridge.close();
      await behind.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
