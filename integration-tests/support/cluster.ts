import type { Page } from '@playwright/test';
import type { Kind } from '../../src/resources/kinds';

/** The header by which a request shows that it comes from a page of this console; both the real one and the sandbox check it. */
export async function csrfHeader(page: Page): Promise<Record<string, string>> {
  const cookies = await page.context().cookies();
  return { 'X-CSRFToken': cookies.find(({ name }) => name === 'csrf-token')?.value ?? '' };
}

/** Writes to the cluster by the console's own path; throws an Error with the server's words when it refuses. */
async function write(page: Page, method: string, path: string, data?: unknown, type?: string): Promise<void> {
  const answer = await page.request.fetch(`/api/kubernetes${path}`, {
    method,
    headers: {
      ...(await csrfHeader(page)),
      ...(data === undefined ? {} : { 'Content-Type': type ?? 'application/json' }),
    },
    ...(data === undefined ? {} : { data: JSON.stringify(data) }),
  });
  if (!answer.ok()) throw new Error(`The cluster refuses: ${method} ${path}: ${await answer.text()}`);
}

/** Merges into an object, as somebody else does who edits it; `path` is that of the API server. */
export const patchObject = (page: Page, path: string, merge: unknown): Promise<void> =>
  write(page, 'PATCH', path, merge, 'application/merge-patch+json');

/** Makes an object in the collection at `path` of the API server. */
export const createObject = (page: Page, path: string, object: unknown): Promise<void> =>
  write(page, 'POST', path, object);

/** Deletes the object at `path` of the API server. */
export const deleteObject = (page: Page, path: string): Promise<void> => write(page, 'DELETE', path);

/** The object at `path` of the API server as it is now; undefined when it cannot be read. */
export async function readObject<T>(page: Page, path: string): Promise<T | undefined> {
  const answer = await page.request.get(`/api/kubernetes${path}`);
  return answer.ok() ? ((await answer.json()) as T) : undefined;
}

/** Path of the collection of a kind in a namespace. */
export function collectionPath({ group, version, plural }: Kind, namespace: string): string {
  const base = group === '' ? `api/${version}` : `apis/${group}/${version}`;
  return `/${base}/namespaces/${namespace}/${plural}`;
}

const inNamespace =
  (group: string, plural: string) =>
  (namespace: string, name?: string): string =>
    `/apis/${group}/namespaces/${namespace}/${plural}${name === undefined ? '' : `/${name}`}`;

/** Paths of the objects of a model on the API server; the collection without a name. */
export const inferenceServicePath = inNamespace('serving.kserve.io/v1beta1', 'inferenceservices');
export const scaledObjectPath = inNamespace('keda.sh/v1alpha1', 'scaledobjects');
export const hpaPath = inNamespace('autoscaling/v2', 'horizontalpodautoscalers');
