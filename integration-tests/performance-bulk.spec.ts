import type { Locator, Page, Request } from '@playwright/test';
import { deleteObject, hpaPath } from './support/cluster';
import { createMeter, report } from './support/cost';
import { forgive } from './support/faults';
import { expect, test } from './support/test';

// A trace would take a picture of the page at each step, on the thread that is measured.
test.use({ sandboxOptions: { scenario: 'fleet-500', speed: 1 }, trace: 'off' });

/** Requests on their way at once: sixteen models, each with the few that a look at it takes. */
const mostAtOnce = 80;
/** CPU milliseconds a model, with the changes of the table behind the dialog. */
const limitPerModel = 60;
/** Every so many writes, one is refused. */
const refusedEach = 50;

const scaledObjects = /\/namespaces\/([^/]+)\/scaledobjects\/([^/?]+)\?/;
const isRealPatch = (request: Request): boolean =>
  request.method() === 'PATCH' && scaledObjects.test(request.url()) && !request.url().includes('dryRun');
const nameIn = (request: Request): string => scaledObjects.exec(request.url())?.[2] ?? '';

/** Names of the ScaledObjects that were patched, in their order, and the most requests to the cluster at once. */
interface Followed {
  patched: string[];
  mostAtOnce: number;
}

function follow(page: Page): Followed {
  const followed: Followed = { patched: [], mostAtOnce: 0 };
  const under = new Set<Request>();
  page.on('request', (request) => {
    if (!request.url().includes('/api/kubernetes/')) return;
    under.add(request);
    followed.mostAtOnce = Math.max(followed.mostAtOnce, under.size);
    if (isRealPatch(request)) followed.patched.push(nameIn(request));
  });
  page.on('requestfinished', (request) => under.delete(request));
  page.on('requestfailed', (request) => under.delete(request));
  return followed;
}

/** Nothing moves in this cluster by itself: what KEDA does at a pause is done here. Resolves when all of it is done. */
function playKeda(page: Page): { done: () => Promise<void> } {
  const acts: Promise<void>[] = [];
  page.on('response', (response) => {
    const [, namespace = '', name = ''] = scaledObjects.exec(response.url()) ?? [];
    if (isRealPatch(response.request()) && response.ok())
      acts.push(deleteObject(page, hpaPath(namespace, `keda-hpa-${name}`)));
  });
  return {
    done: async () => {
      await Promise.all(acts);
    },
  };
}

/** Refuses each fiftieth write; returns the names of what was refused, and what mends it. */
async function refuseSome(page: Page): Promise<{ refused: Set<string>; mend: () => Promise<void> }> {
  const refused = new Set<string>();
  let writes = 0;
  await page.route(scaledObjects, async (route) => {
    if (!isRealPatch(route.request())) return route.fallback();
    writes += 1;
    if (writes % refusedEach !== 0) return route.fallback();
    refused.add(nameIn(route.request()));
    const message = 'admission webhook "policy.example" denied the request: not this one';
    return route.fulfill({
      status: 403,
      json: { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 403, reason: 'Forbidden', message },
    });
  });
  return { refused, mend: () => page.unroute(scaledObjects) };
}

/**
 * Waits in the page itself until the dialog says this: Playwright's own looks, at hundreds of rows each, would cost more
 * than what is measured.
 */
async function told(dialog: Locator, words: string): Promise<void> {
  await dialog.evaluate(
    (element, wanted) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (element.querySelector('p[role="status"]')?.textContent !== wanted) return;
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(element, { subtree: true, childList: true, characterData: true });
        look();
      }),
    words,
  );
}

test('hundreds of models are paused, few at a time, and what failed is tried again alone', async ({
  page,
  pageErrors,
}) => {
  test.setTimeout(400_000);
  await page.goto('/llm-autoscaling/all-namespaces?refresh=off');
  const bar = page.getByRole('group', { name: 'Several at once' });
  await page.getByRole('checkbox', { name: 'Select page' }).check();
  await bar.getByRole('button', { name: 'Select all 500 that match' }).click();
  await expect(bar).toContainText('500 selected');
  await bar.getByRole('button', { name: 'Pause', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const begin = dialog.getByRole('button', { name: /^Pause \d+ models$/ });
  await expect(begin).toBeEnabled();
  // The rights in twenty projects come one after another.
  await expect(dialog.getByText(/Checking what you may do/)).toHaveCount(0);
  const count = Number(/\d+/.exec((await begin.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(300);

  const keda = playKeda(page);
  const { refused, mend } = await refuseSome(page);
  const followed = follow(page);
  const meter = await createMeter(page);
  const expected = Math.floor(count / refusedEach);
  const startedAt = Date.now();
  const cpu = await meter.cpuOf(async () => {
    await begin.click();
    await told(dialog, `${String(count - expected)} of ${String(count)} arrived, ${String(expected)} failed`);
  });
  await keda.done();
  report(`pausing ${String(count)} models, seconds`, (Date.now() - startedAt) / 1000, 's');
  report('pausing one of them, CPU', cpu / count, 'ms', limitPerModel);
  report('pausing them, requests at once', followed.mostAtOnce, '', mostAtOnce);
  expect(followed.mostAtOnce).toBeLessThanOrEqual(mostAtOnce);
  expect(cpu / count).toBeLessThanOrEqual(limitPerModel);
  // Each once, and the refused ones stand first with the server's words.
  expect(new Set(followed.patched).size).toBe(count);
  expect(followed.patched).toHaveLength(count);
  const results = dialog.getByRole('table', { name: 'Results' }).getByRole('row');
  await expect(results).toHaveCount(count + 1);
  for (let row = 1; row <= expected; row += 1) {
    await expect(results.nth(row)).toContainText('denied the request: not this one - Nothing was changed.');
  }
  await expect(results.nth(expected + 1)).toContainText('Arrived');
  forgive(pageErrors);

  await mend();
  followed.patched = [];
  await dialog.getByRole('button', { name: `Try ${String(expected)} again` }).click();
  await expect(
    dialog.getByText(`${String(count)} of ${String(count)} arrived`, { exact: true }),
  ).toBeVisible();
  await keda.done();
  expect(followed.patched.toSorted()).toEqual([...refused].toSorted());
});
