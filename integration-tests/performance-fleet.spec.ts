import type { Locator, Page } from '@playwright/test';
import type { Meter } from './support/cost';
import { createMeter, median, report } from './support/cost';
import { pass } from './support/passing';
import { patchObject } from './support/steer';
import { expect, test } from './support/test';
import { followTraffic } from './support/traffic';

// A trace would take a picture of the page at each step, on the thread that is measured.
test.use({ sandboxOptions: { scenario: 'fleet-10000', speed: 1 }, trace: 'off' });

/** Budgets in CPU milliseconds on a slow machine, three times as generous: other work must not break the test. */
const limits = { rows: 150, change: 36 };
const loading = { timeout: 180_000 };

const rows = (page: Page): Locator => page.getByRole('grid', { name: 'Models' }).getByRole('row');
const firstLink = (page: Page): Locator => rows(page).nth(1).getByRole('link').first();

async function openAll(page: Page): Promise<void> {
  await page.goto('/llm-autoscaling/all-namespaces');
  await expect(page.getByText(/of 10,?000/).first()).toBeVisible(loading);
  await expect(firstLink(page)).toBeVisible();
  // The numbers of the first poll are drawn, too.
  await pass(5000);
}

/** The median CPU of three runs; `prepare` comes before each and is not counted. */
async function repeated(
  meter: Meter,
  act: () => Promise<void>,
  prepare?: () => Promise<void>,
): Promise<number> {
  const values: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    if (prepare !== undefined) await prepare();
    values.push(await meter.cpuOf(act));
  }
  return median(values);
}

/** The next 50 rows. */
async function paging(page: Page, meter: Meter): Promise<number> {
  const next = page.getByRole('button', { name: 'Go to the next page' }).first();
  return repeated(meter, async () => {
    const before = await firstLink(page).textContent();
    await next.click();
    await expect(firstLink(page)).not.toHaveText(before ?? '');
  });
}

async function searching(page: Page, meter: Meter): Promise<number> {
  const search = page.getByRole('textbox', { name: 'Search by name' });
  const cpu = await repeated(
    meter,
    async () => {
      await search.fill('phi-4-0');
      await expect(firstLink(page)).toHaveText(/^phi-4-0/);
    },
    async () => {
      await search.fill('');
      await expect(page.getByText(/of 10,?000/).first()).toBeVisible();
      await pass(1000);
    },
  );
  await search.fill('');
  await expect(page.getByText(/of 10,?000/).first()).toBeVisible();
  await pass(1000);
  return cpu;
}

async function sorting(page: Page, meter: Meter): Promise<number> {
  const button = page.getByRole('columnheader', { name: 'Name' }).getByRole('button');
  return repeated(meter, async () => {
    const before = await firstLink(page).textContent();
    await button.click();
    await expect(firstLink(page)).not.toHaveText(before ?? '');
  });
}

/** Counts what changes in the row, and in the others, from now on. */
async function countMutations(row: Locator): Promise<void> {
  await row.evaluate((changed) => {
    const counts = { own: 0, others: 0 };
    const body = changed.closest('table');
    if (body === null) throw new Error('The row is in no table.');
    new MutationObserver((mutations) => {
      for (const { target } of mutations) {
        const element = target instanceof Element ? target : target.parentElement;
        if (element?.closest('tr') === changed) counts.own += 1;
        else counts.others += 1;
      }
    }).observe(body, { subtree: true, childList: true, characterData: true, attributes: true });
    Object.assign(window, { mutationCounts: counts });
  });
}

/** CPU of a change of one Deployment, and the changes of the DOM that it brought. */
async function changing(
  page: Page,
  meter: Meter,
): Promise<{ cpu: number; mutations: { own: number; others: number } }> {
  const row = rows(page).nth(3);
  const href = (await row.getByRole('link').first().getAttribute('href')) ?? '';
  const [, namespace = '', name = ''] = /\/ns\/([^/]+)\/inferenceservices\/([^/?]+)/.exec(href) ?? [];
  const path = `/apis/apps/v1/namespaces/${namespace}/deployments/${name}-predictor/status`;
  await countMutations(row);
  let ready = 20;
  const cpu = await repeated(meter, async () => {
    ready += 1;
    await patchObject(page, path, { status: { readyReplicas: ready, availableReplicas: ready } });
    await expect(row).toContainText(String(ready));
  });
  const mutations = await page.evaluate(
    () => (window as unknown as { mutationCounts: { own: number; others: number } }).mutationCounts,
  );
  return { cpu, mutations };
}

/** Every figure is measured and told, also when another one is over its limit. */
function atMost(what: string, value: number, unit: string, limit: number): void {
  report(what, value, unit, limit);
  expect.soft(value, what).toBeLessThanOrEqual(limit);
}

test('10,000 models: rows, search, sort and one change are fast, and a poll asks little', async ({
  page,
}) => {
  test.setTimeout(600_000);
  const meter = await createMeter(page);
  const start = Date.now();
  const listing = await meter.cpuOf(() => openAll(page));
  report('10,000 models, until all are listed and joined', (Date.now() - start) / 1000, 's');
  report('10,000 models, CPU until all are listed and joined', listing, 'ms');
  atMost('10,000 models, CPU of the next 50 rows', await paging(page, meter), 'ms', limits.rows);
  atMost('10,000 models, CPU of a search', await searching(page, meter), 'ms', limits.rows);
  atMost('10,000 models, CPU of a sort', await sorting(page, meter), 'ms', limits.rows);

  const { cpu, mutations } = await changing(page, meter);
  atMost('10,000 models, CPU of one change', cpu, 'ms', limits.change);
  expect.soft(mutations.own).toBeGreaterThan(0);
  atMost('10,000 models, changes of the DOM in other rows', mutations.others, '', 0);

  const traffic = followTraffic(page);
  const polls = 2;
  await pass(polls * 30_000 + 5000);
  report('fleet poll, requests to Prometheus with 10000 models', traffic.asked.length / polls, '', 6);
  expect(traffic.asked.length).toBeGreaterThan(0);
  expect(traffic.asked.length).toBeLessThanOrEqual(6 * (polls + 1));
});
