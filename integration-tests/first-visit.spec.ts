import { cellOf, graphOf, openFleet, openModel, rowOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

test('a newcomer finds the models under Observe and looks into one', async ({ page }) => {
  await openFleet(page);
  const row = rowOf(page, 'llama-3-2-3b');
  await expect(cellOf(row, 'State')).toContainText(/Idle|Steady|Holding/);
  await expect(cellOf(row, 'Load')).toContainText(/\d+ waiting/);
  await expect(cellOf(row, 'Load')).toContainText('2 per replica');
  await expect(cellOf(row, 'Load')).toContainText(/\d+ running/);
  await expect(row.getByRole('img', { name: /^Waiting in the last 30 minutes/ })).toBeVisible();
  await expect(cellOf(row, 'Replicas')).toContainText('between 1 and 6');
  await expect(cellOf(row, 'GPUs')).toHaveText(/^\d+$/);

  await openModel(page, 'llama-3-2-3b');
  await expect(page.getByText('Adds replicas when more than 2 requests wait per replica')).toBeVisible();
  await expect(graphOf(page, 'Requests')).toHaveAccessibleName(/Waiting: \d+, Running: \d+/);
  await expect(graphOf(page, 'Replicas')).toHaveAccessibleName(/Ready: 1, Current: 1, Desired: 1/);
  await expect(graphOf(page, 'GPUs')).toHaveAccessibleName(/Allocated: 1/);
});

test('search, sort and time range are in the URL and survive a reload', async ({ page }) => {
  await page.goto('/llm-autoscaling');
  await page.getByRole('textbox', { name: 'Search by name' }).fill('llama');
  await expect(rowOf(page, 'granite-3-3-8b')).toHaveCount(0);
  await page.getByRole('button', { name: 'Name', exact: true }).click();
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Search by name' })).toHaveValue('llama');
  await expect(rowOf(page, 'llama-3-2-3b')).toBeVisible();
  await expect(rowOf(page, 'granite-3-3-8b')).toHaveCount(0);
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', /.+cending/);

  await openModel(page, 'llama-3-2-3b');
  await page.getByRole('combobox', { name: 'Time range' }).selectOption({ label: 'Last 15 min' });
  await expect(page).toHaveURL(/range=15m/);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Time range' })).toHaveValue('15m');
});

test('the project picker narrows the list, and the InferenceService has our tab', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/code-assist');
  await expect(rowOf(page, 'mistral-7b')).toBeVisible();
  await expect(rowOf(page, 'llama-3-2-3b')).toHaveCount(0);

  await page.goto('/k8s/ns/customer-chat/serving.kserve.io~v1beta1~InferenceService/llama-3-2-3b');
  await page.getByRole('tab', { name: 'Autoscaling' }).click();
  await expect(page).toHaveURL(/llama-3-2-3b\/autoscaling$/);
  await expect(page.getByText('Adds replicas when more than 2 requests wait per replica')).toBeVisible();
  await expect(graphOf(page, 'Requests')).toBeVisible();
});

test('a model that is not there is named', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/code-assist/inferenceservices/nobody');
  await expect(page.getByText('There is no model nobody')).toBeVisible();
});
