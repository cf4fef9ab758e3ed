import type { Locator, Page, Request } from '@playwright/test';
import {
  createObject,
  hpaPath,
  inferenceServicePath,
  patchObject,
  readObject,
  scaledObjectPath,
} from './support/cluster';
import { arrived, cellOf, policyUrl, rowOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

interface Operation {
  op: string;
  path: string;
  value?: unknown;
}

/** The JSON patches of InferenceServices that the page writes from now on, without dry runs. */
function followPatches(page: Page): Operation[][] {
  const patches: Operation[][] = [];
  page.on('request', (request: Request) => {
    const url = request.url();
    if (request.method() !== 'PATCH' || !url.includes('/inferenceservices/')) return;
    if (!url.includes('dryRun=All')) patches.push(request.postDataJSON() as Operation[]);
  });
  return patches;
}

interface Stored {
  metadata: { annotations?: Record<string, string> };
  spec: {
    minReplicaCount?: number;
    triggers?: { metricType?: string; metadata: { threshold: string } }[];
  };
}

const save = (page: Page): Locator => page.getByRole('button', { name: 'Save', exact: true });
const scaledObject = scaledObjectPath('customer-chat', 'granite-3-3-8b-predictor');

test('T1, T5, T6: turning on warns of the restart, sends one patch, and removes the HPA that is left over', async ({
  page,
}) => {
  await page.goto('/llm-autoscaling/ns/code-assist');
  const patches = followPatches(page);
  const row = rowOf(page, 'granite-code-8b');
  await expect(row.getByRole('switch')).toBeEnabled();
  await row.getByRole('switch').press('Space');
  const dialog = page.getByRole('dialog', { name: 'Turn on autoscaling of granite-code-8b' });
  await expect(dialog.getByText('All pods of the model restart')).toBeVisible();
  await expect(dialog.getByText(/GPU/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Turn on and restart' }).click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });

  expect(patches).toHaveLength(1);
  const paths = (patches[0] ?? []).filter(({ op }) => op === 'add').map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      '/metadata/annotations/serving.kserve.io~1autoscalerClass',
      '/spec/predictor/autoScaling',
      '/spec/predictor/minReplicas',
      '/spec/predictor/maxReplicas',
    ]),
  );
  const hpa = (name: string) => readObject(page, hpaPath('code-assist', name));
  expect(await hpa('granite-code-8b-predictor')).toBeUndefined();
  expect(await hpa('keda-hpa-granite-code-8b-predictor')).toBeDefined();
});

test('T1: what else the autoscaling counted is said to go, or to stay', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/document-search');
  const cpu = {
    type: 'Resource',
    resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } },
  };
  await patchObject(page, inferenceServicePath('document-search', 'qwen-2-5-7b'), {
    spec: { predictor: { autoScaling: { metrics: [cpu] } } },
  });
  const row = rowOf(page, 'qwen-2-5-7b');
  await expect(row.getByRole('switch')).toBeEnabled();
  await row.getByRole('switch').press('Space');
  const dialog = page.getByRole('dialog', { name: 'Turn on autoscaling of qwen-2-5-7b' });
  await expect(
    dialog.getByText('The requests that wait take the place of these metrics: cpu.'),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.goto(policyUrl('document-search', 'qwen-2-5-7b'));
  await expect(page.getByText(/^These metrics stay as they are and count as well: cpu\./)).toBeVisible();
});

test('T2: a threshold counts per replica, and is stored as a text that KServe and KEDA read alike', async ({
  page,
}) => {
  await page.goto(policyUrl('customer-chat', 'granite-3-3-8b'));
  const patches = followPatches(page);
  await expect(page.getByLabel('per replica, counting')).toBeVisible();
  await page.getByLabel('Add replicas above').fill('2.5');
  await expect(page.getByText(/ \/ 2\.5 = \d/).first()).toBeVisible();
  // A dry run that meets the saved policy is refused, which the browser logs.
  await expect(page.getByText(/The server accepts this/)).toBeVisible();
  await save(page).click();
  await arrived(page, 'HPA updated');
  const values = (patches[0] ?? []).filter(({ path }) => /\/target\/(value|averageValue)$/.test(path));
  expect(values.map(({ value }) => value)).toEqual(['2.5', '2.5']);
  const triggerOf = async () => (await readObject<Stored>(page, scaledObject))?.spec.triggers?.[0];
  await expect.poll(async () => (await triggerOf())?.metadata.threshold).toBe('2.5');
  expect((await triggerOf())?.metricType ?? 'AverageValue').toBe('AverageValue');
});

test('T3, T9: only what KServe keeps is offered, and the window says what it governs', async ({ page }) => {
  await page.goto(policyUrl('customer-chat', 'llama-3-2-3b'));
  await page.getByRole('button', { name: 'Stabilization windows' }).click();
  await expect(page.getByLabel(/^Wait before scaling down/)).toBeVisible();
  await expect(page.getByText(/then all surplus replicas go at once/)).toBeVisible();
  await expect(page.getByLabel(/cooldown|polling|fallback|activation/i)).toHaveCount(0);
});

test('T4: the pause outlives an edit, also when the page is left at once', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/customer-chat/inferenceservices/granite-3-3-8b');
  await page.getByRole('button', { name: 'Pause', exact: true }).first().click();
  await expect(page.getByText('Autoscaling is paused: the replicas stay as they are.')).toBeVisible();
  await page.getByRole('button', { name: 'Edit policy' }).click();
  await page.getByLabel('Minimum replicas').fill('2');
  await expect(page.getByText(/The server accepts this/)).toBeVisible();
  const written = page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && !response.url().includes('dryRun'),
  );
  await save(page).click();
  await written;
  await page.getByRole('link', { name: 'Autoscaling' }).first().click();
  // KServe has written the ScaledObject anew, which wipes the annotation; then it is there again.
  await expect
    .poll(async () => {
      const { metadata, spec } = (await readObject<Stored>(page, scaledObject)) ?? { metadata: {}, spec: {} };
      return [spec.minReplicaCount, metadata.annotations?.['autoscaling.keda.sh/paused']];
    })
    .toEqual([2, 'true']);
  await expect(cellOf(rowOf(page, 'granite-3-3-8b'), 'State')).toContainText('Paused');
});

test('T10, T13: a minimum of 0 is refused, and port 9091 says which right KEDA needs', async ({ page }) => {
  await page.goto(policyUrl('customer-chat', 'llama-3-2-3b'));
  await page.getByLabel('Minimum replicas').fill('0');
  await expect(page.getByText(/with no replica nothing is measured/)).toBeVisible();
  await expect(save(page)).toBeDisabled();
  await page.getByLabel('Minimum replicas').fill('1');
  await page.getByRole('button', { name: 'Where KEDA reads it' }).click();
  const address = page.getByLabel('Address of Prometheus');
  await address.fill('https://thanos-querier.openshift-monitoring.svc.cluster.local:9091');
  await expect(page.getByText(/KEDA’s account needs the cluster role cluster-monitoring-view/)).toBeVisible();
  await address.fill('https://thanos-querier.openshift-monitoring.svc.cluster.local:9092');
  await page.getByLabel('Namespace of the query').fill('');
  await expect(save(page)).toBeDisabled();
});

test('a name that is too long for KEDA cannot be turned on, and says so', async ({ page }) => {
  await page.goto('/llm-autoscaling/ns/code-assist');
  const name = 'a-model-whose-name-is-longer-than-keda-takes-it';
  await createObject(page, inferenceServicePath('code-assist'), {
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
    metadata: {
      name,
      namespace: 'code-assist',
      annotations: { 'serving.kserve.io/autoscalerClass': 'none' },
    },
    spec: { predictor: { model: { modelFormat: { name: 'vLLM' } } } },
  });
  await page.goto(policyUrl('code-assist', name));
  await expect(page.getByText('The name is too long for KEDA: at most 44 characters.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Turn on and restart' })).toBeDisabled();
});

test('T16: what the webhook of KEDA refuses is never called done, and is said in its words', async ({
  page,
}) => {
  await page.goto('/llm-autoscaling/ns/code-assist');
  await createObject(page, hpaPath('code-assist'), {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'mine', namespace: 'code-assist' },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'mistral-7b-predictor' },
      maxReplicas: 3,
    },
  });
  const row = rowOf(page, 'mistral-7b');
  await expect(row.getByRole('switch')).toBeEnabled();
  await row.getByRole('switch').press('Space');
  const dialog = page.getByRole('dialog', { name: 'Turn on autoscaling of mistral-7b' });
  await dialog.getByRole('button', { name: 'Turn on and restart' }).click();
  // Written, but not taken over: the dialog does not close by itself.
  await expect(dialog.getByText(/^Taken over by KEDA and the HPA: (under way|failed)$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(cellOf(row, 'State')).toContainText('Blocked');
});
