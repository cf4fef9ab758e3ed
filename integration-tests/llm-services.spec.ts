import { rowOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'llm-services', speed: 10 } });

test('T15: LLMInferenceServices are listed with who scales them, and nothing of them is changed', async ({
  page,
}) => {
  const writes: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET' && request.url().includes('llminferenceservices'))
      writes.push(request.url());
  });
  await page.goto('/llm-autoscaling/ns/customer-chat');
  await expect(rowOf(page, 'llama-3-2-3b')).toBeVisible();
  const table = page.getByRole('grid', { name: 'LLMInferenceServices' });
  const qwen = table.getByRole('row').filter({ hasText: 'qwen-2-5-72b' });
  await expect(qwen).toContainText('llm-d’s variant autoscaler, between 2 and 6 replicas');
  await expect(qwen).toContainText('Prefill: Fixed at 2 replicas');
  await expect(qwen.getByRole('link', { name: 'qwen-2-5-72b' })).toHaveAttribute(
    'href',
    '/k8s/ns/customer-chat/serving.kserve.io~v1alpha2~LLMInferenceService/qwen-2-5-72b',
  );
  await expect(table.getByRole('row').filter({ hasText: 'llama-3-3-70b' })).toContainText(
    'KEDA, between 1 and 4 replicas',
  );
  // Of this project alone.
  await expect(table.getByRole('row')).toHaveCount(3);
  await expect(table.getByRole('switch')).toHaveCount(0);
  await page.goto('/llm-autoscaling/ns/code-assist');
  await expect(table.getByRole('row').filter({ hasText: 'granite-4-h-small' })).toContainText(
    'Fixed at 1 replica',
  );
  await page.goto('/llm-autoscaling/ns/document-search');
  await expect(rowOf(page, 'llama-3-1-8b')).toBeVisible();
  await expect(table).toHaveCount(0);
  expect(writes).toEqual([]);
});
