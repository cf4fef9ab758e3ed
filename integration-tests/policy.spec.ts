import type { Page } from '@playwright/test';
import { inferenceServicePath, patchObject } from './support/cluster';
import { arrived, policyUrl } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

async function openPolicy(page: Page, namespace: string, name: string): Promise<void> {
  await page.goto(policyUrl(namespace, name));
  await expect(page.getByRole('heading', { name: `Policy of ${name}`, level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What this will do' })).toBeVisible();
}

test('a policy is edited with its consequences, tried, saved and followed', async ({ page }) => {
  await openPolicy(page, 'customer-chat', 'granite-3-3-8b');
  const save = page.getByRole('button', { name: 'Save', exact: true });
  await expect(save).toBeDisabled();
  await expect(page.getByText('No restart: only the autoscaler changes.')).toBeVisible();

  await page.getByLabel('Minimum replicas').fill('0');
  await expect(page.getByText(/with no replica nothing is measured/)).toBeVisible();
  await page.getByLabel('Minimum replicas').fill('2');
  await page.getByLabel('Maximum replicas').fill('1');
  await expect(page.getByText('The maximum must not be below the minimum of 2.')).toBeVisible();
  await page.getByLabel('Maximum replicas').fill('40');
  await expect(page.getByText(/Up to 40 GPUs; .* of 20 are free now\. There is room for/)).toBeVisible();
  await page.getByLabel('Maximum replicas').fill('4');
  await expect(page.getByText('At once: 1 -> 2 replicas, the new minimum.')).toBeVisible();

  await page.getByLabel('per replica, counting').selectOption('waitingAndRunning');
  await expect(page.getByText(/Only waiting requests count/)).toHaveCount(0);
  await page.getByLabel('Add replicas above').fill('30');
  await expect(page.getByText(/runs at most 20 requests \(max-num-seqs\)/)).toBeVisible();
  await page.getByLabel('Add replicas above').fill('15');
  await expect(page.getByText(/The server accepts this \(dry run/)).toBeVisible();
  await page.getByRole('button', { name: 'YAML' }).click();
  await expect(page.getByLabel('Changed YAML')).toContainText('+     maxReplicas: 4');

  await save.click();
  await arrived(page, 'InferenceService updated');
  await page.getByRole('link', { name: 'granite-3-3-8b' }).click();
  await page.goBack();
  await arrived(page, /\d replicas serve/, { timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Dismiss' })).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await expect(page.getByLabel('Add replicas above')).toHaveValue('15');
  await expect(page.getByLabel('per replica, counting')).toHaveValue('waitingAndRunning');
});

test('a query is tested as KEDA sees it', async ({ page }) => {
  await openPolicy(page, 'customer-chat', 'llama-3-2-3b');
  const test = page.getByRole('button', { name: 'Test the query' });
  await test.click();
  await expect(page.getByText(/1 series, value \d/)).toBeVisible();

  await page.getByLabel('per replica, counting').selectOption('query');
  const query = page.getByLabel('Query', { exact: true });
  await query.fill('sum(vllm:num_requests_waiting{namespace="customer-chat",model_name="lama"})');
  await test.click();
  await expect(page.getByText('No series').first()).toBeVisible();
  await expect(page.getByText(/has model_name="lama"\. There are: .*llama-3-2-3b/)).toBeVisible();

  await query.fill('kube_pod_status_phase{namespace="customer-chat"}');
  await expect(page.getByText(/gives a series for each pod/)).toBeVisible();
  await test.click();
  await expect(page.getByText(/\d+ series$/)).toBeVisible();
  await expect(page.getByText(/KEDA takes one value only/)).toBeVisible();
});

test('what is typed stays when the model changes underneath, when the server refuses, and until leaving is confirmed', async ({
  page,
}) => {
  await openPolicy(page, 'document-search', 'llama-3-1-8b');
  const max = page.getByLabel('Maximum replicas');
  await max.fill('6');
  await expect(page.getByText(/The server accepts this/)).toBeVisible();

  await patchObject(page, inferenceServicePath('document-search', 'llama-3-1-8b'), {
    spec: { predictor: { maxReplicas: 5 } },
  });
  await expect(page.getByText('Maximum replicas: stored now 5, typed 6.')).toBeVisible();
  await expect(max).toHaveValue('6');

  let asked = '';
  page.once('dialog', (dialog) => {
    asked = dialog.message();
    void dialog.dismiss();
  });
  await page.getByRole('link', { name: 'llama-3-1-8b' }).click();
  expect(asked).toBe('Leave without saving what you typed?');
  await expect(max).toHaveValue('6');
});

test('the back button asks before what is typed is lost', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/customer-chat/inferenceservices/granite-3-3-8b');
  await page.getByRole('button', { name: 'Edit policy' }).click();
  const max = page.getByLabel('Maximum replicas');
  await max.fill('9');
  await expect(page.getByText(/The server accepts this/)).toBeVisible();

  page.once('dialog', (dialog) => void dialog.dismiss());
  await page.evaluate(() => {
    history.back();
  });
  await expect(max).toHaveValue('9');
  await expect(page).toHaveURL(/\/policy$/);

  page.once('dialog', (dialog) => void dialog.accept());
  await page.evaluate(() => {
    history.back();
  });
  await expect(page.getByRole('heading', { name: 'granite-3-3-8b', level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/granite-3-3-8b$/);
});

test('the policy page names its project and has no picker, which would leave without a question', async ({
  page,
}) => {
  const picker = page.getByRole('button', { name: /^Project: / });
  await page.goto('/llm-autoscaling/ns/customer-chat');
  await expect(picker).toBeVisible();
  await openPolicy(page, 'customer-chat', 'granite-3-3-8b');
  await expect(page.getByLabel('Breadcrumb').getByText('Project customer-chat')).toBeVisible();
  await expect(picker).toHaveCount(0);
});
