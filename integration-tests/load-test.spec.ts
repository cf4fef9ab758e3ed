import { cellOf, openFleet, openModel } from './support/pages';
import { expect, test } from './support/test';

// Seven simulated minutes of the low part after a burst would take too long: the test is constant.
test.use({ sandboxOptions: { scenario: 'burst', speed: 20 } });

const patient = { timeout: 60_000 };

test('a load test is started, watched through the scale-up, reported, and stopped', async ({ page }) => {
  await openFleet(page);
  await openModel(page, 'llama-3-2-3b');
  await page.getByRole('button', { name: 'Run load test' }).click();
  const dialog = page.getByRole('dialog', { name: 'Run a load test of llama-3-2-3b' });
  await expect(dialog.getByLabel('Target')).toHaveValue(
    'http://llama-3-2-3b-predictor.customer-chat.svc:8080',
  );
  await expect(dialog.getByLabel('Served name')).toHaveValue('llama-3-2-3b');
  await dialog.getByLabel('Profile').selectOption('constant');
  await dialog.getByLabel('Requests per second').fill('0');
  await expect(dialog.getByText(/^From 0.?\d* to 10,000\./)).toBeVisible();
  await dialog.getByLabel('Requests per second').fill('8');
  await dialog.getByLabel('Seconds at this rate').fill('900');
  await expect(dialog.getByText(/Up to 6 replicas on 6 GPUs/)).toBeVisible();
  await expect(dialog.getByText(/of 20 GPUs of the cluster are free now/)).toBeVisible(patient);
  await dialog.getByRole('button', { name: 'Start' }).click();

  const watch = page.getByRole('region', { name: 'Load test' });
  await expect(watch.getByText('Running', { exact: true }).first()).toBeVisible(patient);
  await expect(watch.getByText(/Constant · 8 requests per second · began .*, goes on for about/)).toBeVisible(
    patient,
  );
  const took = (name: RegExp) => cellOf(watch.getByRole('row', { name }), 'Took');
  await expect(took(/The load asks for more → more are wanted/)).toContainText(/\d/, patient);
  await expect(took(/More are wanted → the first has a node/)).toContainText(/\d/, patient);
  await expect(took(/More are wanted → the first serves/)).toContainText(/\d/, patient);
  await expect(page.getByText(/^6 of 6/)).toBeVisible(patient);
  await expect(page.getByRole('button', { name: /the load test .* began/ })).toBeVisible(patient);

  // A reload, and the bare URL of the model, go on watching.
  const job = new URL(page.url()).searchParams.get('loadtest') ?? '';
  expect(job).toMatch(/^load-llama-3-2-3b-/);
  await page.goto('/llm-autoscaling/ns/customer-chat/inferenceservices/llama-3-2-3b');
  await expect(watch.getByRole('heading', { name: new RegExp(job) })).toBeVisible(patient);

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    watch.getByRole('button', { name: 'Download JSON' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`${job}.json`);

  await watch.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
  await expect(watch).toHaveCount(0, patient);
  await expect(page.getByText(/Holding at 6/)).toBeVisible(patient);
  const pods = await page.request.get(
    '/api/kubernetes/api/v1/namespaces/customer-chat/pods?labelSelector=app.kubernetes.io/component=load-test',
  );
  // Its pod goes with it, or the load would go on.
  await expect
    .poll(async () => {
      const again = await page.request.get(pods.url());
      return ((await again.json()) as { items: unknown[] }).items.length;
    }, patient)
    .toBe(0);
  await expect(page.getByText(/^1 of 1/)).toBeVisible(patient);
});

test('a test that cannot reach its model says why it failed', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/customer-chat/inferenceservices/granite-3-3-8b');
  await page.getByRole('button', { name: 'Run load test' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Served name').fill('no-such-model');
  await dialog.getByRole('button', { name: 'Start' }).click();
  const watch = page.getByRole('region', { name: 'Load test' });
  await expect(watch.getByText(/The model no-such-model does not exist/)).toBeVisible(patient);
  await expect(watch.getByText('Failed', { exact: true }).first()).toBeVisible();
  await watch.getByRole('button', { name: 'Close' }).click();
  await expect(watch).toHaveCount(0);
});
