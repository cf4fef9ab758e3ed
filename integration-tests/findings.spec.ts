import type { Page } from '@playwright/test';
import {
  createObject,
  deleteObject,
  hpaPath,
  inferenceServicePath,
  patchObject,
  readObject,
  scaledObjectPath,
} from './support/cluster';
import { modelUrl, policyUrl } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

const chat = 'customer-chat';
const llama = 'llama-3-2-3b';

interface Scaled {
  spec: { maxReplicaCount: number };
}

/** Holds back what the watch of the ScaledObjects says after a message with these words, until it is let go. */
async function holdBack(page: Page, words: string): Promise<() => void> {
  let holds = true;
  const waiting: (() => void)[] = [];
  await page.routeWebSocket(/\/scaledobjects\?/, (socket) => {
    const server = socket.connectToServer();
    let seen = false;
    server.onMessage((message) => {
      const pass = (): void => {
        socket.send(message);
      };
      if (holds && seen) waiting.push(pass);
      else pass();
      seen ||= message.toString().includes(words);
    });
  });
  return () => {
    holds = false;
    for (const pass of waiting.splice(0)) pass();
  };
}

test('an edit of KServe’s ScaledObject by hand is shown until KServe has set it back', async ({ page }) => {
  const letGo = await holdBack(page, '"maxReplicaCount":9');
  await page.goto(modelUrl(chat, llama));
  await expect(page.getByRole('heading', { name: llama, level: 1 })).toBeVisible();
  const finding = page.getByText('The ScaledObject llama-3-2-3b-predictor is not what the model asks for');
  await expect(finding).toHaveCount(0);
  // KServe answers faster than a page can show; what it does is held back, as if its controller were busy.
  const path = scaledObjectPath(chat, `${llama}-predictor`);
  await patchObject(page, path, { spec: { maxReplicaCount: 9 } });
  await expect(finding).toBeVisible();
  await expect(page.getByText('maxReplicaCount: 9, where the model asks for 6')).toBeVisible();
  await expect.poll(async () => (await readObject<Scaled>(page, path))?.spec.maxReplicaCount).toBe(6);
  letGo();
  await expect(finding).toHaveCount(0);
});

test('a ScaledObject that KServe cannot write is shown, with who is in the way, until it is written', async ({
  page,
}) => {
  const [project, name] = ['document-search', 'llama-3-1-8b'];
  await page.goto(modelUrl(project, name));
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  // KEDA's webhook refuses every write of the ScaledObject beside another HPA.
  await createObject(page, hpaPath(project), {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'mine', namespace: project },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: `${name}-predictor` },
      maxReplicas: 3,
    },
  });
  await patchObject(page, inferenceServicePath(project, name), { spec: { predictor: { maxReplicas: 7 } } });
  await expect(page.getByText('maxReplicaCount: 4, where the model asks for 7')).toBeVisible();
  await expect(page.getByText('The HPA mine is in the way')).toBeVisible();
  await expect(page.getByRole('main').getByText('Two autoscalers', { exact: true })).toBeVisible();

  await deleteObject(page, hpaPath(project, 'mine'));
  await expect(page.getByText('The HPA mine is in the way')).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByRole('main').getByText('Two autoscalers', { exact: true })).toHaveCount(0);
  await expect(page.getByText(/is not what the model asks for/)).toHaveCount(0, { timeout: 60_000 });
  const path = scaledObjectPath(project, `${name}-predictor`);
  expect((await readObject<Scaled>(page, path))?.spec.maxReplicaCount).toBe(7);
});

test('a model that GitOps keeps is named as such, and its edit is warned of', async ({ page }) => {
  await page.goto(modelUrl(chat, llama));
  await expect(page.getByRole('heading', { name: llama, level: 1 })).toBeVisible();
  await expect(page.getByText(/^Managed by/)).toHaveCount(0);
  await patchObject(page, inferenceServicePath(chat, llama), {
    metadata: { annotations: { 'argocd.argoproj.io/tracking-id': 'models:serving.kserve.io' } },
  });
  await expect(page.getByText('Managed by Argo CD')).toBeVisible();
  await page.goto(policyUrl(chat, llama));
  await page.getByLabel('Maximum replicas').fill('5');
  await expect(page.getByText(/Argo CD keeps this object as it is in a repository/).first()).toBeVisible();
});

test('two models with one query are told of each other, until one has its own', async ({ page }) => {
  interface Served {
    spec: { predictor: { autoScaling: unknown } };
  }
  await page.goto(modelUrl(chat, llama));
  const finding = page.getByText('Other models have the same query: granite-3-3-8b');
  await expect(page.getByRole('heading', { name: llama, level: 1 })).toBeVisible();
  await expect(finding).toHaveCount(0);
  const autoScalingOf = async (name: string) =>
    (await readObject<Served>(page, inferenceServicePath(chat, name)))?.spec.predictor.autoScaling;
  const granite = inferenceServicePath(chat, 'granite-3-3-8b');
  const [own, shared] = [await autoScalingOf('granite-3-3-8b'), await autoScalingOf(llama)];
  await patchObject(page, granite, { spec: { predictor: { autoScaling: shared } } });
  await expect(finding).toBeVisible();
  await patchObject(page, granite, { spec: { predictor: { autoScaling: own } } });
  await expect(finding).toHaveCount(0);
});
