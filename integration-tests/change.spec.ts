import { cellOf, openModel, rowOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

test('bounds and threshold are edited, and bad values keep the form', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/customer-chat');
  await openModel(page, 'granite-3-3-8b');
  await page.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit autoscaling of granite-3-3-8b' });
  const save = dialog.getByRole('button', { name: 'Save' });
  await expect(save).toBeDisabled();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Edit' }).click();

  await dialog.getByLabel('Minimum replicas').fill('0');
  await expect(dialog.getByText(/with no replica nothing is measured/)).toBeVisible();
  await expect(save).toBeDisabled();
  await dialog.getByLabel('Minimum replicas').fill('2');
  await dialog.getByLabel('Maximum replicas').fill('1');
  await expect(dialog.getByText('The maximum must not be below the minimum of 2.')).toBeVisible();
  await dialog.getByLabel('Maximum replicas').fill('4');
  await dialog.getByLabel('Threshold').fill('3');
  await save.click();
  await expect(page.getByText('Saved: ScaledObject and HPA carry the new values.')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  const sentence = page.getByText(
    'Adds replicas when more than 3 requests wait per replica, between 2 and 4.',
  );
  await expect(sentence).toBeVisible();
  // The new minimum takes effect at once.
  await expect(page.getByText(/^2 of 2/)).toBeVisible({ timeout: 60_000 });

  await page.reload();
  await expect(sentence).toBeVisible();
});

test('pause and resume survive a reload', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/customer-chat/inferenceservices/llama-3-2-3b');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Autoscaling is paused: the replicas stay as they are.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Autoscaling' }).first().click();
  const row = rowOf(page, 'llama-3-2-3b');
  await expect(cellOf(row, 'State')).toContainText('Paused');
  const control = row.getByRole('switch', { name: 'Autoscaling of llama-3-2-3b' });
  await expect(control).not.toBeChecked();
  await control.press('Space');
  await expect(control).toBeChecked();
  await page.reload();
  await expect(cellOf(row, 'State')).toContainText(/Idle|Steady|Holding/);
  await expect(control).toBeChecked();
});

test('turning on says that pods restart, and ends with KEDA in charge', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/code-assist');
  const row = rowOf(page, 'mistral-7b');
  await row.getByRole('switch', { name: 'Autoscaling of mistral-7b' }).press('Space');
  const dialog = page.getByRole('dialog', { name: 'Turn on autoscaling of mistral-7b' });
  await expect(dialog.getByText('All pods of the model restart')).toBeVisible();
  await dialog.getByLabel('Maximum replicas').fill('3');
  await dialog.getByRole('button', { name: 'Turn on and restart' }).click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
  await expect(row.getByRole('switch')).toBeChecked();
  await expect(cellOf(row, 'Replicas')).toContainText('between 1 and 3');
  await expect(cellOf(row, 'State')).toContainText(/Idle|Steady|Holding/, { timeout: 60_000 });
});
