import type { Page } from '@playwright/test';
import type { Kind } from '../../src/resources/kinds';
import type { KubernetesObject } from '../../src/resources/object';

/** What is asked of the sandbox, as its bar does. */
interface Change {
  scenario?: string;
  load?: boolean;
  speed?: number;
  user?: string;
}

/** The header by which a request shows that it comes from a page of this console. */
async function csrfHeader(page: Page): Promise<Record<string, string>> {
  const cookies = await page.context().cookies();
  return { 'X-CSRFToken': cookies.find(({ name }) => name === 'csrf-token')?.value ?? '' };
}

/**
 * Changes scenario, load or speed of the sandbox that the page is in; throws an Error with its words when it refuses.
 * A change of the scenario leaves the page.
 */
export async function steer(page: Page, change: Change): Promise<void> {
  // A console that is open loads itself anew with another scenario, and would cut off what the journey opens next.
  if (change.scenario !== undefined) await page.goto('about:blank');
  const answer = await page.request.post('/sandbox/state', {
    data: change,
    headers: await csrfHeader(page),
    timeout: 180_000,
  });
  if (!answer.ok()) throw new Error(`The sandbox refuses ${JSON.stringify(change)}: ${await answer.text()}`);
}

/** Patches an object of the cluster by the console's own path; `path` is that of the API server. */
export async function patchObject(page: Page, path: string, merge: unknown): Promise<void> {
  const answer = await page.request.patch(`/api/kubernetes${path}`, {
    data: merge,
    headers: { ...(await csrfHeader(page)), 'Content-Type': 'application/merge-patch+json' },
  });
  if (!answer.ok()) throw new Error(`The cluster refuses a patch: ${await answer.text()}`);
}

/** Makes the console another user's. */
export async function setUser(page: Page, user: string): Promise<void> {
  await page.goto('about:blank');
  await steer(page, { user });
}

/** Creates an object by the console's own path, with the rights of its user. */
export async function createObject(
  page: Page,
  { group, version, plural }: Kind,
  object: KubernetesObject,
): Promise<void> {
  const base = group === '' ? `api/${version}` : `apis/${group}/${version}`;
  const path = `/api/kubernetes/${base}/namespaces/${object.metadata.namespace ?? ''}/${plural}`;
  const answer = await page.request.post(path, { data: object, headers: await csrfHeader(page) });
  if (!answer.ok()) throw new Error(`The cluster refuses ${object.kind}: ${await answer.text()}`);
}

/** Makes the page believe that its tab is hidden, or seen again. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (value ? 'hidden' : 'visible'),
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}
