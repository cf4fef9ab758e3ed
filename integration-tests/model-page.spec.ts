import type { Locator, Page } from '@playwright/test';
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
  // Two polls of the simulated clock.
  await page.waitForResponse((response) => response.url().includes('query_range'));
  await page.waitForResponse((response) => response.url().includes('query_range'));
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
});
