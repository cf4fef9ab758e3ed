import type { Locator, Page, Request } from '@playwright/test';
import { report } from './support/cost';
import { graphOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

const model = '/llm-autoscaling/ns/customer-chat/inferenceservices/llama-3-2-3b';

/** The cursor over a graph, which its name says the values of. */
function cursorOf(page: Page, title: string): Locator {
  return page.getByRole('slider', { name: `${title}: time` });
}

/** Drags over a part of a graph; 0 is its beginning, 1 its end. */
async function drag(page: Page, over: Locator, from: number, to: number): Promise<void> {
  const box = await over.boundingBox();
  if (box === null) throw new Error('The graph is not drawn.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * from, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * to, y, { steps: 4 });
  await page.mouse.up();
}

/** Waits for a whole poll: a question that is asked from now on is answered, and then asked anew. */
async function polled(page: Page): Promise<void> {
  const questionOf = (url: string): string => {
    const { searchParams } = new URL(url);
    return searchParams.get('query') ?? '';
  };
  const isRange = (request: Request): boolean => request.url().includes('/query_range?');
  const first = await page.waitForRequest(isRange);
  await first.response();
  await page.waitForRequest((next) => isRange(next) && questionOf(next.url()) === questionOf(first.url()));
}

async function openMenu(page: Page, title: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions of ${title}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a drag zooms, the zoom survives a reload, and live comes back', async ({ page }) => {
  await page.goto(`${model}?refresh=1m`);
  await drag(page, cursorOf(page, 'Replicas'), 0.4, 0.7);
  await expect(page).toHaveURL(/refresh=1m&from=\d+&to=\d+/);
  await expect(page.getByText('A part of the past')).toBeVisible();
  // Points stand on whole steps of 15 s.
  const to = Number(new URL(page.url()).searchParams.get('to'));
  const end = String(to - (to % 15));
  await expect(cursorOf(page, 'Requests')).toHaveAttribute('aria-valuemax', end);
  await page.reload();
  await expect(cursorOf(page, 'Requests')).toHaveAttribute('aria-valuemax', end);
  await page.getByRole('button', { name: 'Back to live' }).click();
  await expect(page).toHaveURL(/\?refresh=1m$/);
  await expect(graphOf(page, 'Requests')).toHaveAccessibleName(/Now Waiting: \d+/);
});

test('the cursor is moved by keys and read out, and nothing moves under it', async ({ page }) => {
  await page.goto(model);
  const cursor = cursorOf(page, 'Replicas');
  await cursor.press('Home');
  await expect(cursor).toHaveAttribute('aria-valuetext', /Ready: 1, Current: 1, Desired: 1, Maximum: 6/);
  const start = await cursor.getAttribute('aria-valuemin');
  await expect(page.getByText(/stands still while you read/)).toBeVisible();
  await polled(page);
  await polled(page);
  await expect(cursor).toHaveAttribute('aria-valuemin', start ?? '');
  await cursor.press('Escape');
  await expect(cursor).not.toHaveAttribute('aria-valuemin', start ?? '');
});

test('a graph is hidden for good, shown as a table, and says its query', async ({ page }) => {
  await page.goto(model);
  await openMenu(page, 'Latency', 'Hide');
  await expect(graphOf(page, 'Latency')).toHaveCount(0);
  await page.reload();
  await expect(graphOf(page, 'Requests')).toBeVisible();
  await expect(graphOf(page, 'Latency')).toHaveCount(0);
  await page.getByRole('button', { name: /^Graphs/ }).click();
  await page.getByRole('checkbox', { name: 'Latency' }).check();
  await page.keyboard.press('Escape');
  await expect(graphOf(page, 'Latency')).toBeVisible();

  await openMenu(page, 'Requests', 'Show as table');
  const table = page.getByRole('dialog', { name: 'Requests' }).getByRole('grid');
  await expect(table.getByRole('columnheader')).toHaveText(['Time', 'Waiting', 'Running', 'Capacity']);
  await page.keyboard.press('Escape');

  await openMenu(page, 'GPUs', 'Show the query');
  const queries = page.getByRole('dialog', { name: 'Queries of GPUs' });
  await expect(queries.getByRole('textbox', { name: 'Allocated' })).toHaveValue(
    /^sum\(kube_pod_container_resource_requests/,
  );
  await expect(queries.getByRole('link', { name: 'Open in Metrics' })).toHaveAttribute(
    'href',
    /\/monitoring\/query-browser\?query0=sum/,
  );
});

test('pods and events have their own tabs, in the URL', async ({ page }) => {
  await page.goto(model);
  await page.getByRole('tab', { name: 'Pods' }).click();
  await expect(page).toHaveURL(/tab=pods/);
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Pods' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('link', { name: /^llama-3-2-3b-predictor-/ }).first()).toBeVisible();

  await page.getByRole('tab', { name: 'Events' }).click();
  await expect(page).toHaveURL(/tab=events/);
  await page.reload();
  await expect(page.getByRole('tab', { name: 'Events' })).toHaveAttribute('aria-selected', 'true');
  // KEDA says so of each ScaledObject that it takes over.
  await expect(page.getByRole('grid').getByText('ScaledObjectReady').first()).toBeVisible();
});

test('the page with all its graphs comes with few bytes', async ({ page }) => {
  const bytesOf = new Map<string, number>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.startsWith('/api/plugins/llm-autoscaling/') || !/\.(?:js|css)$/.test(pathname)) return;
    bytesOf.set(pathname, Number(response.headers()['content-length'] ?? 'NaN'));
  });
  await page.goto(model);
  for (const title of ['Requests', 'Replicas', 'Pods', 'GPUs', 'Latency', 'KV cache', 'Tokens per second'])
    await expect(graphOf(page, title)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Decisions' })).toBeVisible();
  const sum = (names: string[]): number =>
    names.reduce((total, name) => total + (bytesOf.get(name) ?? Number.NaN), 0) / 1024;
  const names = [...bytesOf.keys()];
  const kilobytes = sum(names.filter((name) => !name.includes('plugin-entry')));
  report('model page, requests for code until its graphs are drawn', names.length, '');
  report('model page, entry and code until its graphs are drawn, gzip', sum(names), 'KB');
  report('model page, code beyond the entry until its graphs are drawn, gzip', kilobytes, 'KB', 130);
  expect(kilobytes).toBeGreaterThan(10);
  expect(kilobytes).toBeLessThanOrEqual(130);
});

test('new numbers move nothing on the page, and keep what is read under the pointer', async ({ page }) => {
  await page.goto(model);
  const graph = graphOf(page, 'Replicas');
  await expect(graph).toBeVisible();
  const cursor = cursorOf(page, 'Requests');
  const end = await cursor.getAttribute('aria-valuemax');
  // Counted from here on: what was moved by nobody's doing (Layout Instability API).
  await page.evaluate(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        shifts.push(entry.value);
    }).observe({ type: 'layout-shift' });
  });
  const drawing = await graph.evaluateHandle((element) => element);
  // Live: the axis goes on, and the drawing is the same one.
  await expect(cursor).not.toHaveAttribute('aria-valuemax', end ?? '');
  expect(await drawing.evaluate(({ isConnected }) => isConnected)).toBe(true);

  await cursorOf(page, 'Replicas').hover();
  await expect(page.getByText(/stands still while you read/)).toBeVisible();
  const read = await cursorOf(page, 'Replicas').getAttribute('aria-valuetext');
  const held = await cursor.getAttribute('aria-valuemax');
  await polled(page);
  await polled(page);
  await expect(cursorOf(page, 'Replicas')).toHaveAttribute('aria-valuetext', read ?? '');
  await expect(cursor).toHaveAttribute('aria-valuemax', held ?? '');
  await page.mouse.move(0, 0);
  await expect(cursor).not.toHaveAttribute('aria-valuemax', held ?? '');
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  const sum = shifts.reduce((total, value) => total + value, 0);
  report('model page, layout shift over its polls', sum, '', 0.01);
  expect(sum).toBeLessThanOrEqual(0.01);
});
