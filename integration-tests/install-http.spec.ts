import type { APIResponse, Page } from '@playwright/test';
import { installObjects } from '../sandbox/scenarios/installs';
import { collectionPath, createObject, csrfHeader } from './support/cluster';
import { cellOf, openFleet, openModel, rowOf } from './support/pages';
import { setUser } from './support/steer';
import { expect, test } from './support/test';

// Ten minutes pass until a new model that nobody calls sleeps.
test.use({ sandboxOptions: { scenario: 'scale-to-zero', speed: 30 } });

const patient = { timeout: 60_000 };
const model = 'llama-fresh';
const older = 'llama-older';

/** Installs a rendered chart as a project editor; resolves when its row is there as one that requests wake. */
async function install(page: Page, manifest: string): Promise<void> {
  await openFleet(page);
  await setUser(page, 'editor');
  await page.goto('/llm-autoscaling/ns/experiments');
  await expect(rowOf(page, manifest)).toHaveCount(0);
  for (const { kind, object } of installObjects(manifest))
    await createObject(page, collectionPath(kind, object.metadata.namespace ?? ''), object);
  await expect(rowOf(page, manifest).getByText('HTTP requests', { exact: true })).toBeVisible(patient);
}

async function generate(page: Page, name = model): Promise<APIResponse> {
  return page.request.post(`/sandbox/route/${name}-experiments.apps.example.com/v1/completions`, {
    headers: await csrfHeader(page),
    data: { model: 'llama3-2-3b', prompt: 'Why?', max_tokens: 1500 },
    ...patient,
  });
}

/** So many clients that ask again as soon as they are answered, until they are told to go home. */
function crowd(page: Page, clients: number): { disperse: () => Promise<number> } {
  let over = false;
  const visits = Array.from({ length: clients }, async () => {
    let answered = 0;
    while (!over) if ((await generate(page)).ok()) answered += 1;
    return answered;
  });
  return {
    async disperse() {
      over = true;
      return (await Promise.all(visits)).reduce((sum, answered) => sum + answered, 0);
    },
  };
}

test('a project editor installs the chart in mode http: the model sleeps, a request wakes it, a crowd makes it grow', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await install(page, model);
  const row = rowOf(page, model);
  await expect(cellOf(row, 'Replicas')).toContainText('1 of 1', patient);
  await expect(cellOf(row, 'Replicas')).toContainText('between 0 and 3');
  // Nobody calls: it goes once it had the time that a cold start may take.
  await expect(cellOf(row, 'State')).toContainText('Scaled to zero', { timeout: 90_000 });
  await expect(cellOf(row, 'Replicas')).toContainText('0 of 0', patient);
  await expect(cellOf(row, 'GPUs')).toHaveText('0');

  await openModel(page, model);
  await expect(page.getByText(/It sleeps when no request came for 2 min/)).toBeVisible(patient);
  const began = Date.now();
  const answer = await generate(page);
  expect(await answer.json()).toMatchObject({ usage: { completion_tokens: 1500 } });
  // It was held for the cold start: a minute of simulated time, two seconds at this speed.
  expect(Date.now() - began).toBeGreaterThan(1500);
  await expect(page.getByText(/^1 of 1/)).toBeVisible(patient);
  await expect(page.getByText(/The last start took \d+ (min|sec)/)).toBeVisible(patient);

  const callers = crowd(page, 40);
  try {
    await expect(page.getByText(/^3 of 3/)).toBeVisible(patient);
  } finally {
    expect(await callers.disperse()).toBeGreaterThan(0);
  }
  await expect(page.getByText(/Woken from 0 replicas/).first()).toBeVisible(patient);
});

test('with an add-on before 0.14 a project editor installs it, and its page says where the values stand', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await install(page, older);
  await expect(cellOf(rowOf(page, older), 'State')).toContainText('Scaled to zero', { timeout: 90_000 });

  await page.goto(`/llm-autoscaling/ns/experiments/inferenceservices/${older}`);
  await expect(page.getByText(/It sleeps when no request came for 10 min/)).toBeVisible(patient);
  await expect(page.getByText(/another controller/i)).toHaveCount(0);
  expect((await generate(page, older)).ok()).toBe(true);
  await expect(page.getByText(/^1 of 1/)).toBeVisible(patient);

  await page.getByRole('button', { name: 'Edit policy' }).click();
  await expect(page.getByText('The HTTPScaledObject llama-older-http holds these values')).toBeVisible();
  await expect(page.getByLabel('Maximum replicas')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});
