import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { openFleet, openModel, rowOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'burst', speed: 10 } });

const model = 'llama-3-2-3b';
const fleetPath = '/llm-autoscaling';
const modelPath = `/llm-autoscaling/ns/customer-chat/inferenceservices/${model}`;

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

test('axe finds nothing on the dialogs of a graph', async ({ page }) => {
  await page.goto(modelPath);
  for (const item of ['Show as table', 'Show the query']) {
    await page.getByRole('button', { name: 'Actions of Requests' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, item);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.getByRole('combobox', { name: 'Time range' }).selectOption({ label: 'From … to …' });
  await expect(page.getByRole('dialog', { name: 'Show a part of the past' })).toBeVisible();
  await expectAccessible(page, 'a part of the past');
});

test('axe finds nothing on the policy, and on what turns the autoscaling on', async ({ page }) => {
  await page.goto(`${modelPath}/policy`);
  await expect(page.getByRole('heading', { name: 'What this will do' })).toBeVisible();
  await expectAccessible(page, 'policy');
  await page.getByLabel('Maximum replicas').fill('7');
  await page.getByRole('button', { name: 'YAML' }).click();
  await expectAccessible(page, 'a changed policy, as YAML');
  await page.getByLabel('Maximum replicas').fill('0');
  await expect(page.getByText(/^At least 1: with no replica/)).toBeVisible();
  await expectAccessible(page, 'a policy with a field that is wrong');
  // The browser asks whether what is typed may be lost.
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goto('/llm-autoscaling/all-namespaces');
  const control = page.getByRole('switch', { name: 'Autoscaling of granite-code-8b' });
  await expect(control).toBeEnabled();
  await control.press('Space');
  await expect(page.getByRole('dialog', { name: /^Turn on autoscaling/ })).toBeVisible();
  await expectAccessible(page, 'turn on');
});

test('axe finds nothing while the load rises and replicas are added', async ({ page }) => {
  await openFleet(page);
  await page.getByRole('button', { name: 'Start load' }).click();
  await expect(rowOf(page, model).getByText(/At maximum|Scaling up|Loading/)).toBeVisible();
  await expectAccessible(page, 'fleet under load');
  await openModel(page, model);
  const mark = page.getByRole('list', { name: 'Decisions' }).getByRole('button').first();
  await mark.focus();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await expectAccessible(page, 'model under load, with a decision explained');
});

test('the keyboard reaches the switch, the menu, and the tabs', async ({ page }) => {
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
