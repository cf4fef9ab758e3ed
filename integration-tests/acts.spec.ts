import type { Page } from '@playwright/test';
import { arrived, modelUrl, policyUrl } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

const chat = { namespace: 'customer-chat', name: 'llama-3-2-3b' };

async function openModel(page: Page, model = chat): Promise<void> {
  await page.goto(modelUrl(model.namespace, model.name));
  await expect(page.getByRole('heading', { name: model.name, level: 1 })).toBeVisible();
}

async function choose(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: act }).click();
}

/** Confirms the open dialog, and waits until it has closed: then the server has what was asked for. */
async function confirm(page: Page, label: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: label, exact: true }).click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
}

test('a pause at a number of replicas stays as it is when the policy is edited, until it is resumed', async ({
  page,
}) => {
  await openModel(page);
  await choose(page, 'Pause another way');
  await page.getByRole('radio', { name: 'At a number of replicas' }).check();
  await page.getByLabel('Replicas while paused').fill('0');
  await expect(page.getByText(/At least 1/)).toBeVisible();
  await page.getByLabel('Replicas while paused').fill('2');
  await confirm(page, 'Pause');
  await expect(page.getByText('Paused at 2', { exact: true })).toBeVisible();
  await expect(page.getByText(/by llm-autoscaling; 2 replicas/)).toBeVisible();

  await page.getByRole('button', { name: 'Edit policy' }).click();
  await expect(page.getByText(/KServe wipes the pause with this change/)).toBeVisible();
  await page.getByLabel('Maximum replicas').fill('5');
  await expect(page.getByText(/The server accepts this/)).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await arrived(page, 'Pause set again');
  await expect(page.getByRole('button', { name: 'Dismiss' })).toBeVisible({ timeout: 60_000 });

  await openModel(page);
  await expect(page.getByText('Paused at 2', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('Autoscaling goes on.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Paused at 2', { exact: true })).toHaveCount(0);
});

test('one direction is paused, which KEDA’s HPA shows, and resumed', async ({ page }) => {
  const model = { namespace: 'document-search', name: 'llama-3-1-8b' };
  await openModel(page, model);
  await choose(page, 'Pause another way');
  await page.getByRole('radio', { name: 'Scaling down only' }).check();
  await confirm(page, 'Pause');
  await expect(page.getByText('Scale-down paused', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByText('Scale-down paused', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('Autoscaling goes on.')).toBeVisible({ timeout: 60_000 });
});

test('autoscaling is removed with its consequences, followed, and the number is set anew', async ({
  page,
}) => {
  await openModel(page);
  await choose(page, 'Remove autoscaling');
  const dialog = page.getByRole('dialog', { name: 'Remove the autoscaling of llama-3-2-3b?' });
  await expect(dialog.getByText(/it loads the model again|each loads the model again/)).toBeVisible();
  await expect(dialog.getByText(/Removed: ScaledObject llama-3-2-3b-predictor/)).toBeVisible();
  await dialog.getByLabel('Replicas from now on').fill('2');
  await expect(dialog.getByText(/At once: \d -> 2 replicas|stays at 2 replicas/)).toBeVisible();
  await confirm(page, 'Remove and restart');
  await arrived(page, 'ScaledObject and HPA removed');
  await expect(page.getByRole('button', { name: 'Dismiss' })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('Fixed', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();

  await page.goto(policyUrl(chat.namespace, chat.name));
  await choose(page, 'Set the replicas');
  await page.getByLabel('Replicas from now on').fill('1');
  await expect(page.getByRole('dialog').getByText('No restart: only the autoscaler changes.')).toBeVisible();
  await confirm(page, 'Set the replicas');
  await expect(page.getByText('1 replica serves')).toBeVisible();
});
