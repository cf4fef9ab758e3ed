import { cellOf, graphOf, openModel, rowOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'viewer', speed: 10 } });

test('a viewer sees everything of a project, and why nothing can be changed', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/customer-chat');
  const row = rowOf(page, 'llama-3-2-3b');
  await expect(cellOf(row, 'Load')).toContainText(/\d+ waiting/);
  const control = row.getByRole('switch', { name: 'Autoscaling of llama-3-2-3b' });
  await expect(control).toBeDisabled();
  await expect(cellOf(row, 'Autoscaling')).toContainText(
    'You need the right to patch scaledobjects.keda.sh in the project customer-chat.',
  );

  await openModel(page, 'llama-3-2-3b');
  await expect(graphOf(page, 'Requests')).toHaveAccessibleName(/Running: \d+/);
  await expect(page.getByRole('button', { name: 'Pause' })).toBeDisabled();
  await page.getByRole('button', { name: 'Edit' }).hover();
  await expect(page.getByRole('tooltip')).toHaveText(
    'You need the right to patch inferenceservices.serving.kserve.io in the project customer-chat.',
  );
});
