import type { Locator, Page } from '@playwright/test';
import { deleteObject, inferenceServicePath } from './support/cluster';
import { breakPatches, faults, forgive } from './support/faults';
import { modelUrl, rowOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

async function openPauseDialog(page: Page, namespace: string, name: string): Promise<Locator> {
  await page.goto(modelUrl(namespace, name));
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Pause another way' }).click();
  return page.getByRole('dialog', { name: `Pause the autoscaling of ${name}` });
}

/** Presses a button that writes, and waits for the request: what the try before it said is gone then. */
async function pressAndAsk(page: Page, button: Locator): Promise<void> {
  const asked = page.waitForRequest((request) => request.method() === 'PATCH');
  await button.click();
  await asked;
}

test('the pause dialog keeps what is chosen through every fault, and recovers', async ({
  page,
  pageErrors,
}) => {
  const dialog = await openPauseDialog(page, 'customer-chat', 'llama-3-2-3b');
  await dialog.getByRole('radio', { name: 'At a number of replicas' }).check();
  await dialog.getByLabel('Replicas while paused').fill('2');
  for (const { name, answer, says } of faults) {
    await test.step(name, async () => {
      const mend = await breakPatches(page, 'scaledobjects', answer);
      await pressAndAsk(page, dialog.getByRole('button', { name: 'Pause', exact: true }));
      await expect(dialog).toContainText(says);
      await expect(dialog).toContainText('Nothing was changed.');
      await expect(dialog.getByLabel('Replicas while paused')).toHaveValue('2');
      await mend();
      forgive(pageErrors);
    });
  }
  await dialog.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(dialog).toHaveCount(0, { timeout: 60_000 });
  await expect(page.getByText('Paused at 2', { exact: true })).toBeVisible();
});

test('several at once say each fault at its row, and try what failed again', async ({ page, pageErrors }) => {
  await page.goto('/llm-autoscaling/ns/customer-chat');
  await rowOf(page, 'granite-3-3-8b')
    .getByRole('checkbox', { name: /^Select/ })
    .check();
  await page
    .getByRole('group', { name: 'Several at once' })
    .getByRole('button', { name: 'Pause', exact: true })
    .click();
  const dialog = page.getByRole('dialog');
  const result = dialog.getByRole('table', { name: 'Results' }).getByRole('row').nth(1);
  let button = dialog.getByRole('button', { name: 'Pause 1 model' });
  for (const { name, answer, says } of faults) {
    await test.step(name, async () => {
      const mend = await breakPatches(page, 'scaledobjects', answer);
      await pressAndAsk(page, button);
      await expect(dialog.getByText('0 of 1 arrived, 1 failed')).toBeVisible();
      await expect(result).toContainText(says);
      await expect(result).toContainText('Nothing was changed.');
      await mend();
      forgive(pageErrors);
    });

    button = dialog.getByRole('button', { name: 'Try 1 again' });
  }
  await button.click();
  await expect(dialog.getByText('1 of 1 arrived')).toBeVisible();
});

test('a model that is deleted meanwhile ends its dialog, and is called gone where several are changed', async ({
  page,
}) => {
  await page.goto('/llm-autoscaling/ns/document-search');
  await rowOf(page, 'llama-3-1-8b')
    .getByRole('checkbox', { name: /^Select/ })
    .check();
  const bar = page.getByRole('group', { name: 'Several at once' });
  await bar.getByRole('button', { name: 'Set bounds' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Maximum replicas').fill('6');
  // The list of the page does not know of it yet when the act begins.
  const lists = /\/inferenceservices\?/;
  let deleted = false;
  await page.route(lists, async (route) => {
    if (!deleted) await deleteObject(page, inferenceServicePath('document-search', 'llama-3-1-8b'));
    deleted = true;
    return route.fallback();
  });
  await dialog.getByRole('button', { name: 'Set the bounds of 1 model' }).click();
  await expect(dialog.getByText('0 of 1 arrived, 1 failed')).toBeVisible();
  await expect(dialog.getByRole('table', { name: 'Results' })).toContainText('The model is gone.');
  await page.unroute(lists);

  const pause = await openPauseDialog(page, 'customer-chat', 'granite-3-3-8b');
  await expect(pause).toBeVisible();
  await deleteObject(page, inferenceServicePath('customer-chat', 'granite-3-3-8b'));
  await expect(page.getByText('There is no model granite-3-3-8b')).toBeVisible();
  await expect(pause).toHaveCount(0);
});
