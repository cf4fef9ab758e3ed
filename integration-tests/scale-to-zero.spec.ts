import type { APIResponse, Page } from '@playwright/test';
import { installObjects } from '../sandbox/scenarios/installs';
import { collectionPath, createObject } from './support/cluster';
import { cellOf, graphOf, openFleet, openModel, rowOf } from './support/pages';
import { setUser } from './support/steer';
import { expect, test } from './support/test';

// The cold start is a minute, and five more pass until the model sleeps again.
test.use({ sandboxOptions: { scenario: 'scale-to-zero', speed: 30 } });

const patient = { timeout: 60_000 };
const sleeper = 'llama-wake';
const modelPath = `/llm-autoscaling/ns/experiments/inferenceservices/${sleeper}`;

/** A request of somebody out there, to the host of the model's Route. */
const ask = (page: Page, path = '/v1/models'): Promise<APIResponse> =>
  page.request.get(`/sandbox/route/llama-wake-experiments.apps.example.com${path}`, patient);

const asleep = (page: Page) => page.getByText('Scaled to zero', { exact: true });

test('a model sleeps, a request wakes it and waits, a crowd makes it grow, and it sleeps again', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openFleet(page);
  const row = rowOf(page, sleeper);
  await expect(cellOf(row, 'State')).toContainText('Scaled to zero');
  await expect(cellOf(row, 'State')).toContainText('wakes on the first request');
  await expect(cellOf(row, 'Replicas')).toContainText('0 of 0');
  await expect(cellOf(row, 'GPUs')).toHaveText('0');
  await expect(row.getByText('HTTP requests', { exact: true })).toBeVisible();

  await openModel(page, sleeper);
  await expect(
    page.getByText(/It sleeps when no request came for 5 min.*the first request after that waits/),
  ).toBeVisible();
  // Zero is drawn as a number, not as a gap.
  await expect(graphOf(page, 'Replicas')).toHaveAccessibleName(/Ready: 0, Current: 0, Desired: 0/, patient);
  await expect(graphOf(page, 'Requests')).toHaveAccessibleName(/Waiting: 0/, patient);
  await expect(graphOf(page, 'GPUs')).toHaveAccessibleName(/Allocated: 0/);
  await expect(page.getByRole('button', { name: 'Turn on' })).toHaveCount(0);

  const began = Date.now();
  const answer = await ask(page);
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ data: [{ id: 'llama3-2-3b' }] });
  // It was held for the cold start: a minute of simulated time, two seconds at this speed.
  expect(Date.now() - began).toBeGreaterThan(1500);
  await expect(page.getByText(/^1 of 1/)).toBeVisible(patient);
  await expect(page.getByText(/The last start took \d+ (min|sec)/)).toBeVisible(patient);
  expect((await ask(page, '/metrics')).status()).toBe(404);

  await page.getByRole('button', { name: 'Start load' }).click();
  await expect(page.getByText(/^4 of 4/)).toBeVisible(patient);
  await expect(page.getByText('At maximum', { exact: true })).toBeVisible(patient);
  await page.getByRole('button', { name: 'Stop load' }).click();
  await expect(asleep(page)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/^0 of 0/)).toBeVisible(patient);
  // The page has seen the start, and goes on saying what it took.
  await expect(page.getByText(/The last start took \d+ (min|sec)/)).toBeVisible();
  await expect(page.getByText(/Woken from 0 replicas/).first()).toBeVisible(patient);
  // Another visitor reads it out of what was measured, to the minute.
  await page.reload();
  await expect(
    page.getByText(/The last start took (less than 1|about \d) min \(\d+ (min|hr)\. ago\)/),
  ).toBeVisible(patient);
});

test('"Warm up now" wakes it without a request, and "Let it sleep" takes that back', async ({ page }) => {
  await page.goto(modelPath);
  await expect(asleep(page)).toBeVisible(patient);
  await page.getByRole('button', { name: 'Warm up now' }).click();
  await expect(page.getByText(/^1 of 1/)).toBeVisible(patient);
  await expect(page.getByText('Kept awake: it does not go to zero until that is taken back.')).toBeVisible();
  await page.getByRole('button', { name: 'Let it sleep' }).click();
  await expect(page.getByText(/It sleeps when no request came/)).toBeVisible(patient);
  await expect(asleep(page)).toBeVisible(patient);
});

test('its policy is edited in its own ScaledObject, where 0 is a minimum', async ({ page }) => {
  await page.goto(modelPath);
  await page.getByRole('button', { name: 'Edit policy' }).click();
  await expect(page.getByText(/Its ScaledObject llama-wake-http is edited here/)).toBeVisible();
  await expect(page.getByLabel('Minimum replicas')).toHaveValue('0');
  await page.getByLabel('Maximum replicas').fill('0');
  await expect(page.getByText('At least 1.')).toBeVisible();
  await page.getByLabel('Minimum replicas').fill('1');
  await page.getByLabel('Maximum replicas').fill('3');
  await page.getByLabel('Add replicas above').fill('2.5');
  await page.getByLabel('Idle time until it sleeps, seconds').fill('900');
  await page.getByRole('button', { name: 'Stabilization windows' }).click();
  await page.getByLabel('Wait before scaling up, seconds').fill('30');
  // What it does, what changes, and what the server says, before it is saved.
  await expect(page.getByText(/^At once: 0 -> 1 replicas/)).toBeVisible();
  await expect(page.getByText(/^Replicas come only after 30 sec of high load/)).toBeVisible();
  await expect(page.getByText('300 -> 900')).toBeVisible();
  await expect(page.getByText(/The server accepts this/)).toBeVisible(patient);
  await page.getByRole('button', { name: 'YAML', exact: true }).click();
  await expect(page.getByLabel('Changed YAML')).toContainText('+   cooldownPeriod: 900');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved: KEDA scales by it now.')).toBeVisible(patient);
  const answer = await page.request.get(
    '/api/kubernetes/apis/keda.sh/v1alpha1/namespaces/experiments/scaledobjects/llama-wake-http',
  );
  expect(await answer.json()).toMatchObject({
    spec: {
      minReplicaCount: 1,
      maxReplicaCount: 3,
      cooldownPeriod: 900,
      advanced: {
        horizontalPodAutoscalerConfig: {
          behavior: {
            scaleUp: { stabilizationWindowSeconds: 30 },
            scaleDown: { stabilizationWindowSeconds: 300 },
          },
        },
      },
      triggers: [{ type: 'external-push' }, { metadata: { threshold: '2.5' } }],
    },
  });
  await page.goto(modelPath);
  await expect(page.getByText('between 1 and 3', { exact: true })).toBeVisible();
  await expect(page.getByText(/^1 of 1/)).toBeVisible(patient);
});

test('a project editor installs the chart vllm-model, and the model appears in the fleet', async ({
  page,
}) => {
  await openFleet(page);
  await setUser(page, 'editor');
  await page.goto('/llm-autoscaling/ns/experiments');
  await expect(rowOf(page, 'llama-queue')).toHaveCount(0);
  for (const { kind, object } of installObjects('llama-queue'))
    await createObject(page, collectionPath(kind, 'experiments'), object);
  await expect(cellOf(rowOf(page, 'llama-queue'), 'Replicas')).toContainText('1 of 1', patient);
  await expect(rowOf(page, 'llama-queue').getByText('KEDA', { exact: true })).toBeVisible();
});

test('several at once: a model that requests wake is paused, resumed and bounded like the others', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const bar = page.getByRole('group', { name: 'Several at once' });
  const dialog = page.getByRole('dialog');
  const models = ['llama-queue', 'llama-wake'];
  await openFleet(page);
  await page.goto('/llm-autoscaling/ns/experiments');
  for (const model of models) await rowOf(page, model).getByRole('checkbox').check();
  await bar.getByRole('button', { name: 'Pause', exact: true }).click();
  await dialog.getByRole('button', { name: 'Pause 2 models' }).click();
  await expect(dialog.getByText('2 of 2 arrived')).toBeVisible(patient);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  for (const model of models) await expect(cellOf(rowOf(page, model), 'State')).toContainText('Paused');

  await bar.getByRole('button', { name: 'Set bounds' }).click();
  await dialog.getByLabel('Minimum replicas').fill('0');
  await expect(dialog.getByText(/With a minimum of 0 they would never wake/)).toContainText('llama-queue');
  await dialog.getByLabel('Maximum replicas').fill('2');
  await dialog.getByRole('button', { name: 'Set the bounds of 1 model' }).click();
  await expect(dialog.getByText('1 of 1 arrived')).toBeVisible(patient);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(cellOf(rowOf(page, sleeper), 'Replicas')).toContainText('between 0 and 2');
  // KServe has not made this ScaledObject, and wipes nothing of it.
  await expect(cellOf(rowOf(page, sleeper), 'State')).toContainText('Paused');

  await bar.getByRole('button', { name: 'Resume', exact: true }).click();
  await dialog.getByRole('button', { name: 'Resume 2 models' }).click();
  await expect(dialog.getByText('2 of 2 arrived')).toBeVisible(patient);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(cellOf(rowOf(page, sleeper), 'State')).not.toContainText('Paused');
});

test('it is paused and pinned on its page, and says that no request wakes it then', async ({ page }) => {
  await page.goto(modelPath);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Pause another way' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'At a number of replicas' }).check();
  await dialog.getByLabel('Replicas while paused').fill('2');
  await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByText(/^2 of 2/)).toBeVisible(patient);
  await expect(page.getByText('Paused: it does not go to zero before it is resumed.')).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(asleep(page)).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.getByText('Paused: no request wakes it before it is resumed.')).toBeVisible(patient);
  await expect(page.getByRole('button', { name: 'Warm up now' })).toHaveCount(0);
});
