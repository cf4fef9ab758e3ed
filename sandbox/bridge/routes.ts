import type { IncomingMessage, ServerResponse } from 'node:http';
import * as path from 'node:path';
import type { Backend, Control } from '../control';
import { allowedPath } from '../metrics/consolePaths';
import { sendText } from './answer';
import { fileIn, serveFile } from './files';
import { indexPage } from './indexPage';
import { passOn, under } from './proxy';
import { serveState } from './stateApi';

/** What the bridge serves. */
export interface Sources {
  /** The folder of the plugin's production build. */
  pluginDist: string;
  /** The folder of the host page's build. */
  consoleDist: string;
  /** Where the current cluster is; asked for at each request, since a scenario brings a new one. */
  backend: () => Backend;
  control: Control;
  /** The value of the cookie that guards against requests from other pages. */
  csrfToken: string;
}

interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
  /** The path behind the route's prefix, with its slash. */
  rest: string;
  sources: Sources;
}

const kubernetes = '/api/kubernetes';

/** Where a path under /api/kubernetes leads to in the cluster; undefined for any other path. */
export function clusterTarget(url: URL, backend: Backend): URL | undefined {
  if (!url.pathname.startsWith(`${kubernetes}/`)) return undefined;
  return under(backend.api, url.pathname.slice(kubernetes.length) + url.search);
}

function serveKubernetes({ request, response, url, sources }: Visit): void {
  const backend = sources.backend();
  const target = clusterTarget(url, backend);
  if (target !== undefined) passOn(request, response, { target, token: backend.token, tls: backend.tls });
}

const serveMetrics =
  (tenancy: boolean) =>
  ({ request, response, url, rest, sources }: Visit): void => {
    if (!allowedPath(tenancy, rest)) {
      sendText(response, 404, 'not found');
      return;
    }
    const { clusterMetrics, tenancyMetrics, token, metricsTls: tls } = sources.backend();
    const base = tenancy ? tenancyMetrics : clusterMetrics;
    if (base === undefined) sendText(response, 503, 'No Thanos: name one with --thanos URL.\n');
    else passOn(request, response, { target: under(base, rest + url.search), token, tls });
  };

function serveAlerts({ request, response, url, rest, sources }: Visit): void {
  const { alertmanager, token, metricsTls: tls } = sources.backend();
  if (alertmanager === undefined)
    sendText(response, 404, `not served by the local console: ${url.pathname}\n`);
  else passOn(request, response, { target: under(alertmanager, rest + url.search), token, tls });
}

function serveModels({ request, response, url, rest, sources }: Visit): void {
  const { models } = sources.backend();
  if (models === undefined) sendText(response, 404, `no models are served: ${url.pathname}\n`);
  else
    passOn(request, response, { target: under(models, rest + url.search), token: undefined, tls: undefined });
}

/** "/sandbox/route/<host>/<path>": what a browser would get at the host of a Route, for the sandbox has no DNS for it. */
function serveRoute({ request, response, url, rest, sources }: Visit): void {
  const [, host = '', path = '/'] = /^\/([^/]+)(\/.*)?$/.exec(rest) ?? [];
  const { router } = sources.backend();
  if (router === undefined) sendText(response, 503, 'This cluster has no router of the sandbox.\n');
  else
    passOn(request, response, {
      target: under(router, path + url.search),
      token: undefined,
      tls: undefined,
      host,
    });
}

async function serveLocale({ request, response, url, sources }: Visit): Promise<void> {
  const language = url.searchParams.get('lng') ?? '';
  const namespace = url.searchParams.get('ns') ?? '';
  const isPlain = [language, namespace].every((name) => /^[\w-]+$/.test(name));
  const file = isPlain ? fileIn(sources.pluginDist, `locales/${language}/${namespace}.json`) : undefined;
  await serveFile(request, response, file);
}

function servePage({ request, response, sources }: Visit): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    sendText(response, 405, 'Method Not Allowed\n');
    return;
  }
  const { html, policy } = indexPage(sources.consoleDist, sources.control.state());
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': policy,
    'Set-Cookie': `csrf-token=${sources.csrfToken}; Path=/; SameSite=Lax`,
  });
  response.end(request.method === 'HEAD' ? undefined : html);
}

type Route = [prefix: string, serve: (visit: Visit) => void | Promise<void>];

/** The first prefix that fits counts; one without a slash at its end is a whole path. */
const routes: readonly Route[] = [
  [
    '/api/plugins/llm-autoscaling/',
    ({ request, response, rest, sources }) =>
      serveFile(request, response, fileIn(path.resolve(sources.pluginDist), rest)),
  ],
  [`${kubernetes}/`, serveKubernetes],
  ['/api/prometheus/', serveMetrics(false)],
  ['/api/prometheus-tenancy/', serveMetrics(true)],
  ['/api/alertmanager/', serveAlerts],
  ['/locales/resource.json', serveLocale],
  ['/sandbox/models/', serveModels],
  ['/sandbox/state', ({ request, response, sources }) => serveState(request, response, sources.control)],
  ['/sandbox/route/', serveRoute],
  [
    '/static/',
    ({ request, response, rest, sources }) =>
      serveFile(request, response, fileIn(path.resolve(sources.consoleDist), rest)),
  ],
  [
    '/api/',
    ({ response, url }) => {
      sendText(response, 404, `not served by the local console: ${url.pathname}\n`);
    },
  ],
  ['/', servePage],
];

/** Serves one request. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  sources: Sources,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const route = routes.find(([prefix]) =>
    prefix.endsWith('/') ? url.pathname.startsWith(prefix) : url.pathname === prefix,
  );
  if (route === undefined) {
    sendText(response, 404, 'not found\n');
    return;
  }
  const [prefix, handle] = route;
  const rest = url.pathname.slice(prefix.endsWith('/') ? prefix.length - 1 : prefix.length);
  await handle({ request, response, url, rest, sources });
}
