import type { Page } from '@playwright/test';
import { arrived, cellOf, modelUrl, policyUrl, rowOf } from './support/pages';
import { openIn } from './support/steer';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'blocked-by-hpa', speed: 10 } });

const scaling = /Idle|Steady|Holding|Scaling|Loading|maximum/;

/** Presses what removes an object that is in the way, and says yes. Resolves when the server no longer has the object. */
async function remove(page: Page, act: 'Remove the HPA' | 'Delete the ScaledObject'): Promise<void> {
  await page.getByRole('button', { name: act }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: act }).click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
}

test('T5: an HPA that blocks KEDA is named and can be removed, and then KEDA scales', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/code-assist');
  const row = rowOf(page, 'granite-code-8b');
  await expect(cellOf(row, 'State')).toContainText('Blocked');
  await page.goto(modelUrl('code-assist', 'granite-code-8b'));
  const reason = page.getByText(/KEDA does not scale a model that has another HPA/);
  await expect(reason).toBeVisible();
  await remove(page, 'Remove the HPA');
  await expect(reason).toHaveCount(0);
  await expect(page.getByText('Blocked', { exact: true })).toHaveCount(0);
  await page.goto('/llm-autoscaling/ns/code-assist');
  await expect(row.getByRole('switch')).toBeChecked();
  await expect(cellOf(row, 'State')).toContainText(scaling);
});

test('T5: a ScaledObject that was left behind is named and can be deleted', async ({ page }) => {
  await openIn(page, 'orphan-scaledobject', '/llm-autoscaling/ns/customer-chat');
  await expect(cellOf(rowOf(page, 'llama-3-2-3b'), 'State')).toContainText('Orphan ScaledObject');
  await page.goto(modelUrl('customer-chat', 'llama-3-2-3b'));
  const reason = page.getByText(/KServe and KEDA undo each other’s work/);
  await expect(reason).toBeVisible();
  await remove(page, 'Delete the ScaledObject');
  await expect(page.getByText('Fixed', { exact: true })).toBeVisible();
  await expect(reason).toHaveCount(0);
});

test('T5: two autoscalers are a state of their own, which ends with the removal of one', async ({ page }) => {
  await openIn(page, 'two-autoscalers', '/llm-autoscaling/ns/customer-chat');
  const state = cellOf(rowOf(page, 'llama-3-2-3b'), 'State');
  await expect(state).toContainText('Two autoscalers');
  await page.goto(modelUrl('customer-chat', 'llama-3-2-3b'));
  await expect(page.getByText('KServe’s HPA llama-3-2-3b-predictor was left behind')).toBeVisible();
  await remove(page, 'Remove the HPA');
  await page.goto('/llm-autoscaling/ns/customer-chat');
  await expect(state).toContainText(scaling, { timeout: 60_000 });
});

test('a model on Knative says that KEDA does not scale it, and offers no switch', async ({ page }) => {
  await openIn(page, 'knative', '/llm-autoscaling/ns/customer-chat');
  const row = rowOf(page, 'llama-3-2-3b');
  await expect(cellOf(row, 'State')).toContainText('Not applicable');
  await expect(row.getByRole('switch')).toBeDisabled();
  await expect(cellOf(row, 'Autoscaling')).toContainText(/KEDA does not scale models in the mode/);
});

test('T7: a query that is not summed fails with two pods; the page says why and what to do', async ({
  page,
}) => {
  await openIn(page, 'several-series', '/llm-autoscaling/ns/customer-chat');
  await expect(cellOf(rowOf(page, 'llama-3-2-3b'), 'State')).toContainText('Query fails');
  await page.goto(policyUrl('customer-chat', 'llama-3-2-3b'));
  await expect(page.getByText(/gives a series for each pod/)).toBeVisible();
  await page.getByRole('button', { name: 'Test the query' }).click();
  await expect(page.getByText('2 series', { exact: false }).first()).toBeVisible();
  await expect(page.getByText(/KEDA takes one value only/)).toBeVisible();
});

test('T12: a label that no pod has reads as 0, and the page names those that are there', async ({ page }) => {
  await openIn(page, 'no-series', modelUrl('customer-chat', 'llama-3-2-3b'));
  await expect(page.getByText('No data from the query')).toBeVisible();
  await page.goto(policyUrl('customer-chat', 'llama-3-2-3b'));
  await page.getByRole('button', { name: 'Test the query' }).click();
  await expect(
    page.getByText(/has model_name="llama-3.2-3b-instruct"\. There are: .*llama-3-2-3b/),
  ).toBeVisible();
});

test('T13: an editor of the project edits, tests and saves without a right on the cluster', async ({
  page,
}) => {
  await openIn(page, 'namespace-user', policyUrl('customer-chat', 'llama-3-2-3b'));
  await page.getByRole('button', { name: 'Test the query' }).click();
  await expect(page.getByText(/1 series, value \d/)).toBeVisible();
  await page.getByLabel('Maximum replicas').fill('5');
  await expect(page.getByText(/The server accepts this/)).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await arrived(page, 'HPA updated');
});
