import { readFileSync } from 'node:fs';

/** The part of an object of the cluster that every kind has. */
export interface ClusterObject {
  metadata: {
    name: string;
    resourceVersion: string;
    namespace?: string;
    annotations?: Record<string, string>;
    finalizers?: string[];
  };
}

/** JSON patch operation (RFC 6902). */
export interface PatchOperation {
  op: 'add' | 'remove' | 'replace' | 'test';
  path: string;
  value?: unknown;
}

/** An answer of the API server that is not a success; the message is the server's own. */
export class Refused extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** The Kubernetes API. Paths begin with /api; every method throws Refused, or fetch's TypeError without an answer. */
export interface Cluster {
  /** undefined when there is no such object, or no such kind. */
  get<T>(path: string): Promise<T | undefined>;
  create(path: string, object: object): Promise<void>;
  patch(path: string, operations: readonly PatchOperation[]): Promise<void>;
  /** Does nothing when there is no such object. */
  remove(path: string): Promise<void>;
}

async function messageOf(response: Response): Promise<string> {
  const text = await response.text();
  try {
    return (JSON.parse(text) as { message?: string }).message ?? text;
  } catch {
    return text;
  }
}

/** Talks to the API server at `url`; `token` is asked before each request, since the kubelet renews it. */
export function connect(url: string, token: () => string): Cluster {
  async function send(method: string, path: string, body?: object, contentType = 'application/json') {
    const response = await fetch(url + path, {
      method,
      headers: { Authorization: `Bearer ${token()}`, 'Content-Type': contentType },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Refused(response.status, `${method} ${path}: ${await messageOf(response)}`);
    return response;
  }
  async function unlessMissing<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Refused && error.code === 404) return undefined;
      throw error;
    }
  }
  return {
    get: <T>(path: string) =>
      unlessMissing(async () => JSON.parse(await (await send('GET', path)).text()) as T),
    async create(path, object) {
      await send('POST', path, object);
    },
    async patch(path, operations) {
      await send('PATCH', path, operations, 'application/json-patch+json');
    },
    async remove(path) {
      await unlessMissing(() => send('DELETE', path));
    },
  };
}

/**
 * The cluster that this pod runs in, as its service account. Node reads the cluster's CA from NODE_EXTRA_CA_CERTS.
 * KUBERNETES_API and SERVICE_ACCOUNT name another API server and another folder with a token.
 */
export function ownCluster(env: NodeJS.ProcessEnv): Cluster {
  const folder = env.SERVICE_ACCOUNT ?? '/var/run/secrets/kubernetes.io/serviceaccount';
  return connect(env.KUBERNETES_API ?? 'https://kubernetes.default.svc', () =>
    readFileSync(`${folder}/token`, 'utf8').trim(),
  );
}
