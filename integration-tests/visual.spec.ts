import type { Page } from '@playwright/test';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { report } from './support/cost';
import { graphOf } from './support/pages';
import { pass } from './support/passing';
import type { CoarsePicture } from './support/picture';
import { coarsePicture, differenceOf, pngOf } from './support/picture';
import { expect, test } from './support/test';

/*
 * What the pages look like, compared with coarse pictures in the folder "visual" (a pixel there is a cell of 16 pixels).
 * After a change that is wanted: npx playwright test visual --update-snapshots, and look at the pages.
 * The scenario's models stand still, and the time axis shows a fixed quarter of an hour.
 */
test.use({
  sandboxOptions: { scenario: 'fleet-500', speed: 1 },
  viewport: { width: 1280, height: 1500 },
  timezoneId: 'UTC',
  locale: 'en-US',
});

const cell = 16;
/** Of the cells: what other words in the same places, such as times, may change. */
const allowed = 0.015;
/** Of the cells: what the smallest thing that must not be missed changes at least. */
const noticed = 0.03;

const model = 'codestral-22b-00294';
const quarter = 900;

type Theme = 'light' | 'dark';
const themes: readonly Theme[] = ['light', 'dark'];

async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.addInitScript((chosen) => {
    localStorage.setItem('bridge/theme', chosen);
  }, theme);
}

async function openFleet(page: Page): Promise<void> {
  // By name: states settle while the cluster is young.
  await page.goto('/llm-autoscaling/all-namespaces?sort=name');
  const first = page.getByRole('grid', { name: 'Models' }).getByRole('row').nth(1);
  await expect(first.getByText(/running/)).toBeVisible();
  await expect(page.getByText(/^Updated/)).toBeVisible();
}

async function openModel(page: Page): Promise<void> {
  // The clock of the sandbox, which it gives to its pages.
  await page.goto('/llm-autoscaling');
  const now = await page.evaluate(() => Date.now() / 1000);
  const end = Math.floor(now / quarter) * quarter;
  const span = `from=${String(end - quarter)}&to=${String(end)}`;
  await page.goto(`/llm-autoscaling/ns/team-011/inferenceservices/${model}?${span}`);
  await expect(graphOf(page, 'Tokens per second')).toBeVisible();
}

const openers = { fleet: openFleet, model: openModel };

async function take(page: Page): Promise<CoarsePicture> {
  // Out of the way of what is drawn under a pointer.
  await page.mouse.move(0, 0);
  const png = await page.getByRole('main').screenshot({ animations: 'disabled', caret: 'hide' });
  return coarsePicture(page, png, cell);
}

const fileOf = (name: string, theme: Theme): string => path.join(__dirname, 'visual', `${name}-${theme}.png`);

async function baselineOf(page: Page, name: string, theme: Theme): Promise<CoarsePicture> {
  const file = fileOf(name, theme);
  if (!existsSync(file))
    throw new Error(`There is no ${file}: npx playwright test visual --update-snapshots makes it.`);
  return coarsePicture(page, readFileSync(file), 1);
}

/** Keeps what the page looks like now when --update-snapshots asks for that, and never else. */
async function updateBaseline(page: Page, name: string, theme: Theme): Promise<void> {
  // Without a value the flag means "changed"; without the flag it is "missing".
  if (!['all', 'changed'].includes(test.info().config.updateSnapshots)) return;
  await pass(3000);
  writeFileSync(fileOf(name, theme), await pngOf(page, await take(page)));
}

for (const [name, open] of Object.entries(openers)) {
  for (const theme of themes) {
    test(`the ${name} page looks as it did, ${theme}`, async ({ page }) => {
      await setTheme(page, theme);
      await open(page);
      await updateBaseline(page, name, theme);
      const baseline = await baselineOf(page, name, theme);
      let last = differenceOf(await take(page), baseline);
      await expect(async () => {
        last = differenceOf(await take(page), baseline);
        expect(last.share, `It differs where # stands:\n${last.map}\n`).toBeLessThanOrEqual(allowed);
      }).toPass({ timeout: 15_000 });
      report(`${name} page, ${theme}: cells that look different`, last.share * 100, '%', allowed * 100);
    });
  }
}

test.describe('the comparison notices', () => {
  const breaks: [what: string, name: keyof typeof openers, act: (page: Page) => Promise<unknown>][] = [
    // These first: what is hidden is remembered.
    ...(['fleet', 'model'] as const).map((name): (typeof breaks)[number] => [
      `that the plugin’s styles are missing on the ${name} page`,
      name,
      (page) =>
        page.evaluate(() => {
          for (const style of document.querySelectorAll('style'))
            if (style.textContent.includes('llm-autoscaling__')) style.remove();
        }),
    ]),
    [
      'a graph that is missing',
      'model',
      async (page) => {
        await page.getByRole('button', { name: 'Actions of GPUs' }).click();
        await page.getByRole('menuitem', { name: 'Hide' }).click();
      },
    ],
    [
      'a column that is missing',
      'fleet',
      async (page) => {
        await page.getByRole('button', { name: 'Manage columns' }).click();
        await page.getByRole('checkbox', { name: 'Replicas' }).uncheck();
        await page.getByRole('button', { name: 'Save' }).click();
      },
    ],
  ];
  for (const [what, name, act] of breaks) {
    test(what, async ({ page }) => {
      await openers[name](page);
      const baseline = await baselineOf(page, name, 'light');
      await act(page);
      await expect(async () => {
        const { share } = differenceOf(await take(page), baseline);
        report(`${what}: cells that look different`, share * 100, '%');
        expect(share).toBeGreaterThan(noticed);
      }).toPass({ timeout: 15_000 });
    });
  }
});
