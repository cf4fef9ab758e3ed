import type { Locator, Page } from '@playwright/test';
import { cellOf, graphOf, modelUrl, policyUrl, rowOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'metric-names', speed: 10 } });

/** What is said behind the queries of a graph about the names of its metrics. */
async function namesBehind(page: Page, title: string): Promise<Locator> {
  await page.getByRole('button', { name: `Actions of ${title}` }).click();
  await page.getByRole('menuitem', { name: 'Show the query' }).click();
  return page.getByRole('dialog', { name: `Queries of ${title}` }).getByText(/^The engines report/);
}

test('T11: the graphs of an older vLLM are drawn, and say the names that it has', async ({ page }) => {
  await page.goto(modelUrl('customer-chat', 'llama-3-2-3b'));
  await expect(graphOf(page, 'KV cache')).toHaveAccessibleName(/Fullest engine: \d/);
  await expect(await namesBehind(page, 'KV cache')).toHaveText(
    'The engines report: vllm:gpu_cache_usage_perc',
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Time between two tokens' }).click();
  await expect(graphOf(page, 'Latency')).toHaveAccessibleName(/\d/);
  await expect(await namesBehind(page, 'Latency')).toHaveText(
    'The engines report: vllm:time_per_output_token_seconds_bucket',
  );
});

test('T11: metrics with KServe’s prefix are found, and a query without it is told their name', async ({
  page,
}) => {
  await page.goto('/llm-autoscaling/ns/customer-chat');
  await expect(cellOf(rowOf(page, 'granite-3-3-8b'), 'Load')).toContainText(/\d+ waiting/);
  await page.goto(modelUrl('customer-chat', 'granite-3-3-8b'));
  await expect(page.getByText('No data from the query')).toBeVisible();
  await page.goto(policyUrl('customer-chat', 'granite-3-3-8b'));
  await page.getByRole('button', { name: 'Test the query' }).click();
  await expect(
    page.getByText(
      'Nothing reports vllm:num_requests_waiting here: the engines call it kserve_vllm:num_requests_waiting.',
    ),
  ).toBeVisible();
});
