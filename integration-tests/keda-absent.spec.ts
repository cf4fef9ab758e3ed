import { cellOf, openModel, rowOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'keda-absent', speed: 10 } });

test('without KEDA the models are shown, and what is missing is said', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/customer-chat');
  await expect(page.getByRole('heading', { name: /KEDA is not installed/ })).toBeVisible();
  const row = rowOf(page, 'llama-3-2-3b');
  await expect(cellOf(row, 'State')).toContainText('Fixed');
  await expect(cellOf(row, 'Load')).toContainText(/\d+ running/);
  await expect(row.getByRole('switch')).toBeDisabled();
  await expect(cellOf(row, 'Autoscaling')).toContainText(
    'KEDA is not installed: it is what scales the models.',
  );
  await openModel(page, 'llama-3-2-3b');
  await expect(page.getByRole('button', { name: 'Turn on' })).toBeDisabled();
});
