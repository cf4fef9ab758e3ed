import { cellOf, graphOf, openFleet, openModel, rowOf } from './support/pages';
import { expect, test } from './support/test';

// Five simulated minutes of the scale-down window pass in ten seconds.
test.use({ sandboxOptions: { scenario: 'burst', speed: 30 } });

const patient = { timeout: 60_000 };

test('a burst scales a model up to its maximum, and back after the window', async ({ page }) => {
  await openFleet(page);
  const row = rowOf(page, 'llama-3-2-3b');
  await expect(cellOf(row, 'Replicas')).toContainText('1 of 1');

  await page.getByRole('button', { name: 'Start load' }).click();
  await expect(cellOf(row, 'Load')).toContainText(/[1-9]\d* waiting/, patient);
  await expect(cellOf(row, 'Replicas')).toContainText('6 of 6', patient);
  await expect(cellOf(row, 'State')).toContainText('At maximum', patient);
  await expect(cellOf(row, 'State')).toContainText(/wants \d+, limited to 6/);
  await expect(cellOf(row, 'GPUs')).toHaveText('6');

  await openModel(page, 'llama-3-2-3b');
  await expect(page.getByText(/Now \d+ \/ 2 = \d+, limited to 6\./)).toBeVisible();
  await expect(graphOf(page, 'Replicas')).toHaveAccessibleName(/Ready: 6, Current: 6, Desired: 6/, patient);
  await expect(graphOf(page, 'GPUs')).toHaveAccessibleName(/Allocated: 6/, patient);

  await page.getByRole('button', { name: 'Stop load' }).click();
  await expect(page.getByText(/Holding at 6/)).toBeVisible(patient);
  await expect(page.getByText(/^1 of 1/)).toBeVisible(patient);
  await expect(graphOf(page, 'Replicas')).toHaveAccessibleName(/Ready: 1, Current: 1, Desired: 1/, patient);
  await page.getByRole('link', { name: 'Autoscaling' }).first().click();
  await expect(cellOf(row, 'State')).toContainText(/Idle|Steady/);
});
