import { cellOf, rowOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

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
  await expect(control).toBeEnabled();
  await control.press('Space');
  await expect(control).toBeChecked();
  await page.reload();
  await expect(cellOf(row, 'State')).toContainText(/Idle|Steady|Holding/);
  await expect(control).toBeChecked();
});

test('turning on says that pods restart, and ends with KEDA in charge', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/code-assist');
  const row = rowOf(page, 'mistral-7b');
  const control = row.getByRole('switch', { name: 'Autoscaling of mistral-7b' });
  await expect(control).toBeEnabled();
  await control.press('Space');
  const dialog = page.getByRole('dialog', { name: 'Turn on autoscaling of mistral-7b' });
  await expect(dialog.getByText('All pods of the model restart')).toBeVisible();
  await dialog.getByLabel('Maximum replicas').fill('3');
  await dialog.getByRole('button', { name: 'Turn on and restart' }).click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
  await expect(row.getByRole('switch')).toBeChecked();
  await expect(cellOf(row, 'Replicas')).toContainText('between 1 and 3');
  await expect(cellOf(row, 'State')).toContainText(/Idle|Steady|Holding/, { timeout: 60_000 });
});
