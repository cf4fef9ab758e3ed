import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { partServer } from '../connections';
import type { Clock } from '../clock';
import type { KubeClient } from '../client/kubeClient';
import type { Answer } from './apiAnswer';
import { text } from './apiAnswer';
import type { Attributes, Authorizer } from './authorization';
import { createAuthorizer } from './authorization';
import type { Answering } from './metricsBackend';

/** kube-rbac-proxy's verb for an HTTP method; a method without one is not served. */
const verbs: Record<string, string> = {
  GET: 'get',
  HEAD: 'get',
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};
const maxFormBytes = 10_000_000;

/** How the querier does: it answers, its Service has no pod, or it takes long for each answer. */
export type QuerierHealth = 'answers' | 'down' | 'slow';

/** Real time, longer than KEDA waits (3 s) and shorter than the console does. */
const slowMs = 4000;

/**
 * Starts the two doors of thanos-querier as kube-rbac-proxy and prom-label-proxy guard them on OpenShift: `clusterUrl`
 * (port 9091 there) sees all series and demands prometheuses/api; `tenancyUrl` (port 9092) demands a namespace and the
 * right to its pods' metrics, and sees that namespace only. A bearer token is the name of its user.
 */
export async function startThanos(options: {
  clock: Clock;
  /** The Prometheus API behind both doors. */
  answer: Answering;
  /** Of the API server that answers SubjectAccessReviews. */
  client: Pick<KubeClient, 'create'>;
  health?: QuerierHealth;
}): Promise<{ clusterUrl: string; tenancyUrl: string; close(): Promise<void> }> {
  const { clock, answer, client, health = 'answers' } = options;
  const authorize = createAuthorizer(clock, client);

  const listen = (door: Door): Promise<Server> =>
    serve(async (request) => {
      if (health === 'down') return text(503, 'Service Unavailable\n');
      if (health === 'slow') await delay(slowMs, undefined, { ref: false });
      const url = new URL(request.url ?? '/', 'http://localhost');
      const refused = await refusal(authorize, door, request, url);
      if (refused !== undefined) return refused;
      const form = await formOf(request, url);
      const namespace = door === 'tenancy' ? (url.searchParams.get('namespace') ?? '') : undefined;
      return answer({
        path: url.pathname,
        form,
        now: clock.now(),
        ...(namespace === undefined ? {} : { namespace }),
      });
    });

  const [cluster, tenancy] = await Promise.all([listen('cluster'), listen('tenancy')]);
  return {
    clusterUrl: urlOf(cluster),
    tenancyUrl: urlOf(tenancy),
    async close() {
      await Promise.all([cluster, tenancy].map(closed));
    },
  };
}

type Door = 'cluster' | 'tenancy';

/** Why a request may not pass, in kube-rbac-proxy's words; undefined when it may. */
async function refusal(
  authorize: Authorizer,
  door: Door,
  request: IncomingMessage,
  url: URL,
): Promise<Answer | undefined> {
  const user = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (user === undefined) return text(401, 'Unauthorized\n');
  const verb = verbs[request.method ?? ''] ?? '';
  const namespaces = url.searchParams.getAll('namespace').filter((namespace) => namespace !== '');
  if (door === 'tenancy' && namespaces.length !== 1) {
    return text(400, 'Bad Request. The request or configuration is malformed.\n');
  }
  const attributes: Attributes =
    door === 'cluster'
      ? {
          verb,
          group: 'monitoring.coreos.com',
          resource: 'prometheuses',
          subresource: 'api',
          namespace: 'openshift-monitoring',
          name: 'k8s',
        }
      : { verb, group: 'metrics.k8s.io', resource: 'pods', namespace: namespaces[0] ?? '' };
  if (await authorize(user, attributes)) return undefined;
  const { resource, subresource = '' } = attributes;
  const what = `user=${user}, verb=${verb}, resource=${resource}, subresource=${subresource}`;
  return text(403, `Forbidden (${what})\n`);
}

/** The parameters of the URL and of a form in the body; the body's come first, as in Go. */
async function formOf(request: IncomingMessage, url: URL): Promise<URLSearchParams> {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const body = new URLSearchParams(isForm ? await bodyOf(request) : '');
  return new URLSearchParams([...body, ...url.searchParams]);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > maxFormBytes) throw new Error('The form is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function serve(answer: (request: IncomingMessage) => Promise<Answer>): Promise<Server> {
  const server = createServer(partServer, (request, response) => {
    answer(request)
      .catch((error: unknown) => {
        // The API server may be gone while a scenario is replaced; anything else is a fault to be seen.
        const message = error instanceof Error ? error.message : String(error);
        return text(500, `Internal Server Error: ${message}\n`);
      })
      .then(({ code, contentType, body }) => {
        response.writeHead(code, contentType === '' ? {} : { 'Content-Type': contentType });
        response.end(request.method === 'HEAD' ? '' : body);
      })
      .catch(() => response.destroy());
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

const urlOf = (server: Server): string =>
  `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
