import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import type { Answer } from '../apiAnswer';
import { labelProxyFailure, nothing } from '../apiAnswer';
import { LabelProxyError, tenantMatchers } from '../enforceNamespace';
import type { MetricsBackend } from '../metricsBackend';
import type { ApiRequest } from '../queryApi';
import { PendingSamples } from './pending';
import { runPrometheus } from './process';
import { writeRequest } from './remoteWrite';
import { selectorText, tenantQuery } from './tenantQuery';

/** Hears of samples that Prometheus would not take; they are printed, when not told. */
export interface PrometheusOptions {
  onError?: (error: unknown) => void;
}

/** Real milliseconds after which samples are written, when nobody asks before. */
const writeAfterMs = 500;
const headers = {
  'Content-Encoding': 'snappy',
  'Content-Type': 'application/x-protobuf',
  'X-Prometheus-Remote-Write-Version': '0.1.0',
};

/** The parameters with what prom-label-proxy and the simulated clock make of them. */
function parametersOf({ path: endpoint, form, namespace, now }: ApiRequest): URLSearchParams {
  const asked = new URLSearchParams(form);
  // Its own clock tells the real time.
  if (endpoint === '/api/v1/query' && (asked.get('time') ?? '') === '')
    asked.set('time', (now / 1000).toFixed(3));
  if (namespace === undefined) return asked;
  asked.delete('namespace');
  if (/query(_range)?$/.test(endpoint)) {
    asked.set('query', tenantQuery(form.get('query') ?? '', namespace));
    return asked;
  }
  const matches = form.getAll('match[]');
  asked.delete('match[]');
  for (const match of matches.length === 0 ? [`{namespace=${JSON.stringify(namespace)}}`] : matches)
    asked.append('match[]', selectorText(tenantMatchers(match, namespace)));
  return asked;
}

async function ask(url: string, request: ApiRequest): Promise<Answer> {
  if (request.namespace !== undefined && request.path === '/api/v1/query' && !request.form.get('query'))
    return nothing;
  const body = parametersOf(request);
  // Only these take a form; the others want their parameters in the URL.
  const posts = /^\/api\/v1\/(query|query_range|series|labels)$/.test(request.path);
  const response = posts
    ? await fetch(url + request.path, { method: 'POST', body })
    : await fetch(`${url}${request.path}?${body.toString()}`);
  const contentType = response.headers.get('content-type') ?? '';
  return { code: response.status, contentType, body: await response.text() };
}

/**
 * The real Prometheus, on the samples that the sandbox scrapes. They are written to it with their simulated times
 * (remote write), and queries without a time are asked for the simulated now, so that it follows the clock at any speed.
 * It reads what was written before each answer.
 */
export async function startPrometheus({
  onError = console.error,
}: PrometheusOptions): Promise<MetricsBackend> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sandbox-prometheus-'));
  const forget = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  const server = await runPrometheus(folder, ['--web.enable-remote-write-receiver']).catch(
    (error: unknown) => {
      forget();
      throw error;
    },
  );
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let writing: Promise<void> = Promise.resolve();

  const pending = new PendingSamples(() => {
    timer ??= setTimeout(() => void flush(), writeAfterMs);
  });

  async function write(): Promise<void> {
    for (const piece of pending.take()) {
      if (closed) return;
      const body = new Uint8Array(writeRequest(piece));
      const response = await fetch(`${server.url}/api/v1/write`, { method: 'POST', headers, body });
      if (!response.ok) throw new Error(`Prometheus takes no samples: ${(await response.text()).trim()}`);
    }
  }

  /** One after the other: a series takes its samples only in their order. */
  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write).catch((error: unknown) => {
      if (!closed) onError(error);
    });
    return writing;
  }

  return {
    sink: pending,
    written: flush,
    async answer(request) {
      await flush();
      try {
        return await ask(server.url, request);
      } catch (error) {
        if (error instanceof LabelProxyError) return labelProxyFailure(error.message);
        throw error;
      }
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await writing;
      await server.close();
      forget();
    },
  };
}
