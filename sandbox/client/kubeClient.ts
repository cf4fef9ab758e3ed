import type { Kind } from '../../src/resources/kinds';
import { apiVersionOf } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';

/** An answer of the API server that is not a success; `message` is the server's own. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    readonly reason: string,
    message: string,
  ) {
    super(message);
  }
}

/** The path of a collection, or of one object or subresource in it. */
export function pathOf(kind: Kind, namespace?: string, name?: string, subresource?: string): string {
  const root = kind.group === '' ? `/api/${kind.version}` : `/apis/${apiVersionOf(kind)}`;
  const parts = [
    root,
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    kind.plural,
    name,
    subresource,
  ];
  return parts.filter((part) => part !== undefined).join('/');
}

/** JSON patch operation (RFC 6902). */
export interface PatchOperation {
  op: 'add' | 'remove' | 'replace' | 'test';
  path: string;
  value?: unknown;
}

/** A list, with the resourceVersion from which a watch goes on. */
interface ObjectList<T> {
  items: T[];
  resourceVersion: string;
}

/**
 * Talks to an API server over HTTP as one user. Every method throws ApiError on an answer of 400 or more,
 * and the error of fetch when there is no answer.
 */
export interface KubeClient {
  readonly url: string;
  readonly token: string;
  /** Sends a body as JSON to a path, for what the methods below have no words for. */
  request<T>(method: string, path: string, body?: unknown, contentType?: string): Promise<T>;
  /** undefined when the object does not exist. */
  get<T extends KubernetesObject>(
    kind: Kind,
    namespace: string | undefined,
    name: string,
  ): Promise<T | undefined>;
  list<T extends KubernetesObject>(
    kind: Kind,
    namespace?: string,
    labelSelector?: string,
  ): Promise<ObjectList<T>>;
  create<T extends KubernetesObject>(kind: Kind, object: T): Promise<T>;
  update<T extends KubernetesObject>(kind: Kind, object: T, subresource?: string): Promise<T>;
  jsonPatch<T extends KubernetesObject>(
    kind: Kind,
    object: { namespace?: string; name: string },
    operations: PatchOperation[],
    subresource?: string,
  ): Promise<T>;
  /** null deletes a field (RFC 7396). */
  mergePatch<T extends KubernetesObject>(
    kind: Kind,
    object: { namespace?: string; name: string },
    patch: unknown,
    subresource?: string,
  ): Promise<T>;
  /** Does nothing when the object does not exist. */
  remove(kind: Kind, namespace: string | undefined, name: string): Promise<void>;
}

/** A client of the API server at `url` that sends `token` as its bearer token, and `agent` as what it is. */
export function createKubeClient(url: string, token: string, agent?: string): KubeClient {
  async function request<T>(
    method: string,
    path: string,
    body?: unknown,
    contentType = 'application/json',
  ): Promise<T> {
    const response = await fetch(url + path, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(agent === undefined ? {} : { 'User-Agent': agent }),
        ...(body === undefined ? {} : { 'Content-Type': contentType }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (response.ok) return (await response.json()) as T;
    throw await errorOf(response);
  }

  return {
    url,
    token,
    request,
    async get<T extends KubernetesObject>(kind: Kind, namespace: string | undefined, name: string) {
      try {
        return await request<T>('GET', pathOf(kind, namespace, name));
      } catch (error) {
        if (error instanceof ApiError && error.code === 404) return undefined;
        throw error;
      }
    },
    async list<T extends KubernetesObject>(
      kind: Kind,
      namespace?: string,
      labelSelector?: string,
    ): Promise<ObjectList<T>> {
      const query = labelSelector === undefined ? '' : `?labelSelector=${encodeURIComponent(labelSelector)}`;
      const list = await request<{ items: T[]; metadata: { resourceVersion: string } }>(
        'GET',
        pathOf(kind, namespace) + query,
      );
      // Items of a list of a built-in kind carry no kind of their own.
      const items = list.items.map((item) => ({ ...item, apiVersion: apiVersionOf(kind), kind: kind.kind }));
      return { items, resourceVersion: list.metadata.resourceVersion };
    },
    create: (kind, object) => request('POST', pathOf(kind, object.metadata.namespace), object),
    update: (kind, object, subresource) =>
      request('PUT', pathOf(kind, object.metadata.namespace, object.metadata.name, subresource), object),
    jsonPatch: (kind, { namespace, name }, operations, subresource) =>
      request('PATCH', pathOf(kind, namespace, name, subresource), operations, 'application/json-patch+json'),
    mergePatch: (kind, { namespace, name }, patch, subresource) =>
      request('PATCH', pathOf(kind, namespace, name, subresource), patch, 'application/merge-patch+json'),
    async remove(kind, namespace, name) {
      try {
        await request('DELETE', pathOf(kind, namespace, name));
      } catch (error) {
        if (!(error instanceof ApiError && error.code === 404)) throw error;
      }
    },
  };
}

async function errorOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  try {
    const status = JSON.parse(text) as { reason?: string; message?: string };
    return new ApiError(response.status, status.reason ?? '', status.message ?? text);
  } catch {
    return new ApiError(response.status, '', text);
  }
}
