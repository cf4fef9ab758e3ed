import type { Locator, Page } from '@playwright/test';
import { cellOf, rowOf } from './support/pages';
import { patchObject } from './support/cluster';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

const bar = (page: Page): Locator => page.getByRole('group', { name: 'Several at once' });
const select = async (page: Page, model: string): Promise<void> =>
  rowOf(page, model)
    .getByRole('checkbox', { name: `Select ${model} in` })
    .check();
const results = (page: Page): Locator => page.getByRole('dialog').getByRole('table', { name: 'Results' });

test('several models are paused and resumed, each with its result', async ({ page }) => {
  await page.goto('/llm-autoscaling/all-namespaces');
  for (const model of ['llama-3-2-3b', 'granite-3-3-8b', 'mistral-7b']) await select(page, model);
  await expect(bar(page)).toContainText('3 selected');

  await bar(page).getByRole('button', { name: 'Pause', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/the replicas stay as they are, and no pod restarts/)).toBeVisible();
  await expect(dialog.getByText('1 model is left out')).toBeVisible();
  await expect(dialog.getByText(/Not scaled by KEDA/)).toContainText('mistral-7b');
  await dialog.getByRole('button', { name: 'Pause 2 models' }).click();
  await expect(dialog.getByText('2 of 2 arrived')).toBeVisible();
  await expect(results(page).getByRole('row', { name: /^granite-3-3-8b .* Arrived$/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  for (const model of ['llama-3-2-3b', 'granite-3-3-8b']) {
    await expect(cellOf(rowOf(page, model), 'State')).toContainText('Paused');
  }

  // The selection is still there.
  await bar(page).getByRole('button', { name: 'Resume', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resume 2 models' }).click();
  await expect(page.getByRole('dialog').getByText('2 of 2 arrived')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(cellOf(rowOf(page, 'llama-3-2-3b'), 'State')).toContainText(/Idle|Steady|Holding/);
});

test('bounds say what they do at once, and what failed is kept with its reason and tried again', async ({
  page,
  pageErrors,
}) => {
  await page.goto('/llm-autoscaling/ns/customer-chat');
  await page.getByRole('checkbox', { name: 'Select page' }).check();
  await bar(page).getByRole('button', { name: 'Set bounds' }).click();
  const dialog = page.getByRole('dialog');
  const save = dialog.getByRole('button', { name: /^Set the bounds of \d+ models?$/ });
  await expect(save).toBeDisabled();
  await dialog.getByLabel('Minimum replicas').fill('0');
  await expect(dialog.getByText(/the model would never wake/)).toBeVisible();
  await dialog.getByLabel('Minimum replicas').fill('2');
  await dialog.getByLabel('Maximum replicas').fill('5');
  await expect(dialog.getByText('No restart: only the autoscaler changes.')).toBeVisible();
  await expect(dialog.getByText(/^At once: 2 more replicas \(2 GPUs\)/)).toBeVisible();

  const refused = '**/inferenceservices/granite-3-3-8b?*';
  await page.route(refused, async (route) =>
    route.request().method() === 'PATCH'
      ? route.fulfill({
          status: 403,
          json: {
            kind: 'Status',
            apiVersion: 'v1',
            status: 'Failure',
            code: 403,
            message: 'admission webhook "quota.example" denied the request: no room',
          },
        })
      : route.fallback(),
  );
  await save.click();
  await expect(dialog.getByText('1 of 2 arrived, 1 failed')).toBeVisible();
  const first = results(page).getByRole('row').nth(1);
  await expect(first).toContainText('granite-3-3-8b');
  await expect(first).toContainText('admission webhook "quota.example" denied the request: no room');
  await expect(first).toContainText('Nothing was changed.');
  // Only the browser's own word about the refusal.
  expect(pageErrors.filter((error) => !error.includes('status of 403'))).toEqual([]);
  pageErrors.length = 0;

  await page.unroute(refused);
  await dialog.getByRole('button', { name: 'Try 1 again' }).click();
  await expect(dialog.getByText('2 of 2 arrived')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  for (const model of ['llama-3-2-3b', 'granite-3-3-8b']) {
    await expect(cellOf(rowOf(page, model), 'Replicas')).toContainText('between 2 and 5');
  }
});

test('the bounds of a paused model leave it paused, and the run outlives its page', async ({ page }) => {
  // A page to go back to without loading the console anew.
  await page.goto('/llm-autoscaling/ns/document-search/inferenceservices/llama-3-1-8b');
  await page.getByRole('link', { name: 'Autoscaling' }).first().click();
  await patchObject(
    page,
    '/apis/keda.sh/v1alpha1/namespaces/document-search/scaledobjects/llama-3-1-8b-predictor',
    { metadata: { annotations: { 'autoscaling.keda.sh/paused': 'true' } } },
  );
  await expect(cellOf(rowOf(page, 'llama-3-1-8b'), 'State')).toContainText('Paused');
  await select(page, 'llama-3-1-8b');
  await bar(page).getByRole('button', { name: 'Set bounds' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Maximum replicas').fill('6');
  await expect(dialog.getByText(/KServe wipes the pause/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Set the bounds of 1 model' }).click();
  await page.goBack();
  await page.goForward();
  await expect(page.getByRole('dialog').getByText('1 of 1 arrived')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(cellOf(rowOf(page, 'llama-3-1-8b'), 'State')).toContainText('Paused');
  await expect(cellOf(rowOf(page, 'llama-3-1-8b'), 'Replicas')).toContainText('between 2 and 6');
});

test('a selection survives filters, and says what they hide', async ({ page }) => {
  await page.goto('/llm-autoscaling/all-namespaces');
  await select(page, 'llama-3-2-3b');
  await page.getByRole('textbox', { name: 'Search by name' }).fill('granite');
  await expect(bar(page)).toContainText('1 selected (1 of them hidden by the filters)');
  await bar(page)
    .getByRole('button', { name: /^Select all \d that match$/ })
    .click();
  await expect(bar(page)).toContainText('3 selected (1 of them hidden by the filters)');
  await bar(page).getByRole('button', { name: 'Clear the selection' }).click();
  await expect(bar(page)).not.toContainText('selected');
});
