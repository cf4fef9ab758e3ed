import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { partServer } from '../connections';
import { WebSocketServer } from 'ws';
import type { Clock } from '../clock';
import type { AdmissionHook } from './admission';
import { everyCrd } from './crds';
import type { StoredObject } from './definition';
import { Handler } from './handler';
import type { Rules } from './rbac';
import type { BindingObject, RoleObject } from './grantedRules';
import { grantedRules } from './grantedRules';
import { sandboxRules } from './rbac';
import { Registry } from './registry';
import { Store } from './store';
import { readRequest, slowReaderBytes, writeAnswer, writeRefusal } from './wire';
import { startWatch } from './watch';

/** An object of a backup, and the key of its resource ("apps/deployments"). */
export interface Restored {
  resource: string;
  object: StoredObject;
}

/** How an API server is started. */
export interface ApiServerOptions {
  clock: Clock;
  /** Who may do what; a bearer token is the name of its user. */
  rules?: Rules;
  /** The CustomResourceDefinitions that are there at the start. */
  crds?: readonly StoredObject[];
  hooks?: readonly AdmissionHook[];
  /** Whether everybody with the right may write Roles and bindings; else controllers alone. */
  writableRoles?: boolean;
  /** Objects that are there at the start, as after the restore of a backup: with uid and status, not admitted again. */
  restored?: Iterable<Restored>;
  /** 0, the default, takes a free port. */
  port?: number;
  /** Serves HTTPS: the server's certificate and key, and the authority whose client certificates are believed. */
  tls?: { cert: string; key: string; ca: string };
  /** How many changes a watch can go back at least. */
  watchHistory?: number;
  /** How many unsent bytes a watch may have before the server ends it. */
  slowReaderBytes?: number;
}

/** Serves the Kubernetes API on 127.0.0.1, over HTTP and WebSocket, from memory. */
export async function startApiServer(
  options: ApiServerOptions,
): Promise<{ url: string; close(): Promise<void> }> {
  const { clock, rules = sandboxRules([]), hooks = [], port = 0 } = options;
  const backlog = options.slowReaderBytes ?? slowReaderBytes;
  // Versions go on rising from one server to the next, as long as none writes more than once a millisecond.
  const store = new Store(Date.now(), options.watchHistory);
  const cluster = { store, clock, hooks };
  const registry = new Registry(cluster, options.writableRoles);
  for (const crd of options.crds ?? everyCrd) {
    store.put('apiextensions.k8s.io/customresourcedefinitions', crd);
  }
  for (const { resource, object } of options.restored ?? []) store.put(resource, object);
  const list = <T>(plural: string): T[] =>
    store.list(`rbac.authorization.k8s.io/${plural}`) as unknown as T[];
  const handler = new Handler(cluster, registry, (user) => [
    ...rules(user),
    ...(user.startsWith('system:serviceaccount:')
      ? grantedRules(user, list<RoleObject>('roles'), list<BindingObject>('rolebindings'))
      : []),
  ]);

  const listener: RequestListener = (request, response) => {
    const serve = async (): Promise<void> => {
      const read = await readRequest(request);
      writeAnswer(response, 'code' in read ? read : await handler.answer(read), store, backlog);
    };
    serve().catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(`Internal error of the sandbox's API server: ${message}\n`);
    });
  };
  const { tls } = options;
  const server =
    tls === undefined
      ? createServer(partServer, listener)
      : createTlsServer({ ...partServer, ...tls, requestCert: true, rejectUnauthorized: false }, listener);

  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const upgrade = async (): Promise<void> => {
      const read = await readRequest(request);
      const answer = 'code' in read ? read : await handler.answer(read);
      if (!('watch' in answer)) {
        writeRefusal(socket, answer);
        return;
      }
      sockets.handleUpgrade(request, socket, head, (webSocket) => {
        const stop = startWatch(
          store,
          answer.watch,
          (line) => {
            if (webSocket.bufferedAmount > backlog) webSocket.terminate();
            else webSocket.send(line);
          },
          () => {
            webSocket.close();
          },
        );
        webSocket.on('close', stop);
        // A lost connection is closed after its error; there is nobody left to tell.
        webSocket.on('error', stop);
      });
    };
    socket.on('error', () => socket.destroy());
    upgrade().catch(() => socket.destroy());
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${String(address.port)}`,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
