import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'burst', speed: 10 } });

const model = 'llama-3-2-3b';
const fleetPath = '/llm-autoscaling';
const modelPath = `/llm-autoscaling/ns/customer-chat/inferenceservices/${model}`;

/** Lets the bar of the sandbox replace the cluster; resolves when the page shows it. */
async function chooseScenario(page: Page, name: string): Promise<void> {
  const select = page.getByRole('combobox', { name: 'Scenario' });
  if ((await select.inputValue()) === name) return;
  const reloaded = page.waitForEvent('load', { timeout: 90_000 });
  await select.selectOption(name);
  await reloaded;
}

/** Presses Tab until the element has the focus; throws after 60 presses. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    if (await goal.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`60 presses of Tab do not reach ${String(goal)}.`);
}

test('axe finds nothing on the pages of a model', async ({ page }) => {
  await page.goto(fleetPath);
  await expect(page.getByRole('link', { name: model, exact: true })).toBeVisible();
  await expectAccessible(page, 'fleet');
  await page.goto(modelPath);
  await expect(page.getByRole('img', { name: /^Requests\./ })).toBeVisible();
  await expectAccessible(page, 'overview');
  for (const [tab, content] of [
    ['Pods', 'Ready'],
    ['Events', 'Last seen'],
  ] as const) {
    await page.getByRole('tab', { name: tab }).click();
    await expect(page.getByText(content).first()).toBeVisible();
    await expectAccessible(page, tab);
  }
});

test('axe finds nothing on the dialogs and the menus', async ({ page }) => {
  await page.goto(fleetPath);
  await page.getByRole('button', { name: `Actions for ${model}` }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expectAccessible(page, 'the menu of a row');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Manage columns' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page, 'the columns');
});

const situations: [scenario: string, path: string, text: string | RegExp][] = [
  ['namespace-user', fleetPath, 'You cannot see the models here'],
  ['viewer', '/llm-autoscaling/ns/customer-chat', model],
  ['keda-absent', fleetPath, /KEDA is not installed/],
  ['kserve-absent', fleetPath, 'KServe is not installed'],
  ['quiet', '/llm-autoscaling/ns/default', 'No models'],
  ['thanos-down', fleetPath, model],
];
for (const [scenario, path, text] of situations) {
  test(`axe finds nothing with the scenario ${scenario}`, async ({ page, pageErrors }) => {
    await page.goto('/');
    await chooseScenario(page, scenario);
    await page.goto(path);
    await expect(page.getByText(text).first()).toBeVisible();
    await expectAccessible(page, scenario);
    // Refused and failed reads are what these scenarios are about; the browser logs each.
    pageErrors.splice(
      0,
      pageErrors.length,
      ...pageErrors.filter((error) => !error.includes('Failed to load resource')),
    );
  });
}

test('the keyboard reaches the switch, the menu, and the tabs', async ({ page }) => {
  await page.goto('/');
  await chooseScenario(page, 'burst');
  await page.goto(fleetPath);
  const control = page.getByRole('switch', { name: `Autoscaling of ${model}` });
  await expect(control).toBeVisible();
  await page.getByRole('textbox', { name: 'Search by name' }).focus();
  await tabTo(page, page.getByRole('link', { name: model, exact: true }));
  await tabTo(page, control);
  await tabTo(page, page.getByRole('button', { name: `Actions for ${model}` }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();

  await page.goto(modelPath);
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
  await page.getByRole('link', { name: 'Autoscaling' }).last().focus();
  await tabTo(page, page.getByRole('tab', { name: 'Pods' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/tab=pods/);
  await tabTo(page, page.getByRole('columnheader', { name: 'Name' }).getByRole('button'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', /.+cending/);
});
