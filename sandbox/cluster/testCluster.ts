import type { KubernetesObject } from '../../src/resources/object';
import type { KubeClient } from '../client/kubeClient';
import { createKubeClient } from '../client/kubeClient';
import type { Clock } from '../clock';
import { createClock } from '../clock';
import type { ApiServerOptions } from './apiServer';
import { namespaceKind } from '../controllers/kinds';
import { startApiServer } from './apiServer';

/** What a test sends beside method and path; the user is admin when it names none. */
interface Sent {
  user?: string;
  body?: unknown;
  contentType?: string;
}

/** An answer with the fields that tests look at. */
export interface Received {
  code: number;
  headers: Headers;
  body: KubernetesObject & {
    spec?: Record<string, unknown>;
    status?: unknown;
    reason?: string;
    message?: string;
    details?: Record<string, unknown>;
    items?: KubernetesObject[];
  };
}

/** An API server for a test, with the project "llm". */
export interface TestCluster {
  url: string;
  clock: Clock;
  /** Acts as admin. */
  client: KubeClient;
  send(method: string, path: string, sent?: Sent): Promise<Received>;
  close(): Promise<void>;
}

export const configMapKind = { group: '', version: 'v1', kind: 'ConfigMap', plural: 'configmaps' };

/** Starts an API server with the project "llm". */
export async function startTestCluster(options: Omit<ApiServerOptions, 'clock'> = {}): Promise<TestCluster> {
  const clock = createClock();
  const server = await startApiServer({ clock, ...options });
  const client = createKubeClient(server.url, 'admin');
  await client.create(namespaceKind, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'llm' } });
  return {
    url: server.url,
    clock,
    client,
    async send(method, path, { user = 'admin', body, contentType = 'application/json' } = {}) {
      const response = await fetch(server.url + path, {
        method,
        headers: { Authorization: `Bearer ${user}`, 'Content-Type': contentType },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type') === 'application/json';
      const read = (isJson ? JSON.parse(text) : { message: text }) as Received['body'];
      return { code: response.status, headers: response.headers, body: read };
    },
    async close() {
      clock.stop();
      await server.close();
    },
  };
}

/** A ConfigMap in "llm". */
export function configMap(name: string, metadata: object = {}, data: object = {}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'llm', ...metadata },
    ...{ data },
  };
}

/** A ScaledObject in "llm". */
export function scaledObject(name: string, spec: object = {}, metadata: object = {}): KubernetesObject {
  const full = {
    scaleTargetRef: { name: 'd' },
    triggers: [{ type: 'prometheus', metadata: { query: 'x' } }],
    ...spec,
  };
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: { name, namespace: 'llm', ...metadata },
    ...{ spec: full },
  };
}

/** A Deployment in "llm". */
export function deployment(name: string, replicas: number): KubernetesObject {
  const labels = { app: name };
  const template = {
    metadata: { labels },
    spec: { containers: [{ name: 'kserve-container', image: 'vllm' }] },
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'llm' },
    ...{ spec: { replicas, selector: { matchLabels: labels }, template } },
  };
}

/** A pod in "llm"; with a node it runs there, and has a grace period. */
export function pod(name: string, node?: string, metadata: object = {}): KubernetesObject {
  const spec = {
    containers: [{ name: 'kserve-container', image: 'vllm' }],
    ...(node === undefined ? {} : { nodeName: node }),
  };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'llm', ...metadata },
    ...{ spec },
  };
}

/** The path of a collection in "llm". */
export const paths = {
  configMaps: '/api/v1/namespaces/llm/configmaps',
  pods: '/api/v1/namespaces/llm/pods',
  events: '/api/v1/namespaces/llm/events',
  deployments: '/apis/apps/v1/namespaces/llm/deployments',
  scaledObjects: '/apis/keda.sh/v1alpha1/namespaces/llm/scaledobjects',
  inferenceServices: '/apis/serving.kserve.io/v1beta1/namespaces/llm/inferenceservices',
} as const;

/** Waits, at most two real seconds, until something holds; throws an Error when it does not. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 2_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error('What the test waits for did not happen within 2 s.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
