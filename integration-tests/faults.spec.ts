import type { Locator, Page } from '@playwright/test';
import { deleteObject, inferenceServicePath } from './support/cluster';
import {
  alertWith,
  breakPatches,
  faults,
  forgive,
  isDryRun,
  isWrite,
  loseAnswers,
  webhookFault,
} from './support/faults';
import { arrived, hopsOf, modelUrl, policyUrl } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

/** Types a maximum and waits for the dry run to accept it. */
async function typeMaximum(page: Page, value: string): Promise<Locator> {
  const max = page.getByLabel('Maximum replicas');
  await max.fill(value);
  await expect(page.getByText(/The server accepts this/)).toBeVisible();
  return max;
}

test('the page of the policy keeps what is typed through every fault, and recovers', async ({
  page,
  pageErrors,
}) => {
  await page.goto(policyUrl('customer-chat', 'granite-3-3-8b'));
  const max = await typeMaximum(page, '7');
  const save = page.getByRole('button', { name: 'Save', exact: true });
  for (const { name, answer, says } of faults) {
    await test.step(name, async () => {
      const mend = await breakPatches(page, 'inferenceservices', answer, isWrite);
      await save.click();
      await expect(alertWith(page, says)).toBeVisible();
      await expect(max).toHaveValue('7');
      await expect(hopsOf(page)).toHaveCount(0);
      await mend();
      forgive(pageErrors);
    });
  }
  await save.click();
  await arrived(page, 'HPA updated');
  await page.reload();
  await expect(max).toHaveValue('7');
});

test('the dry run says what the server would say, before anything is saved', async ({ page, pageErrors }) => {
  await page.goto(policyUrl('customer-chat', 'llama-3-2-3b'));
  await expect(page.getByLabel('Maximum replicas')).toBeVisible();
  const mend = await breakPatches(page, 'inferenceservices', webhookFault.answer, isDryRun);
  await page.getByLabel('Maximum replicas').fill('8');
  await expect(alertWith(page, webhookFault.says)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await mend();
  forgive(pageErrors);
  await page.getByLabel('Maximum replicas').fill('9');
  await expect(page.getByText(/The server accepts this/)).toBeVisible();
});

test('a save whose answer was lost is found out by a look, not guessed', async ({ page, pageErrors }) => {
  await page.goto(policyUrl('customer-chat', 'llama-3-2-3b'));
  await typeMaximum(page, '5');
  const mend = await loseAnswers(page, 'inferenceservices');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await arrived(page, 'HPA updated');
  await mend();
  forgive(pageErrors);
});

test('a pause that cannot be set again after a save is said to be missing, and comes when it can', async ({
  page,
  pageErrors,
}) => {
  await page.goto(modelUrl('document-search', 'llama-3-1-8b'));
  await page.getByRole('button', { name: 'Pause', exact: true }).first().click();
  await expect(page.getByText('Autoscaling is paused: the replicas stay as they are.')).toBeVisible();
  await page.getByRole('button', { name: 'Edit policy' }).click();
  await typeMaximum(page, '6');
  const mend = await breakPatches(page, 'scaledobjects', 'reset');
  const tried = page.waitForEvent('requestfailed', (request) => request.url().includes('/scaledobjects/'));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await tried;
  const again = hopsOf(page).getByRole('listitem').filter({ hasText: 'Pause set again' });
  await expect(again).toHaveAccessibleName(/to come/);
  await expect(page.getByText('What became of the change could not be followed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
  await mend();
  forgive(pageErrors);
  await arrived(page, 'Pause set again');
  await expect(page.getByText('What became of the change could not be followed')).toHaveCount(0);
});

test('a model that is deleted meanwhile is said to be gone', async ({ page, pageErrors }) => {
  await page.goto(policyUrl('code-assist', 'mistral-7b'));
  await expect(page.getByLabel('Maximum replicas')).toBeVisible();
  await deleteObject(page, inferenceServicePath('code-assist', 'mistral-7b'));
  await expect(page.getByText('There is no model mistral-7b')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  forgive(pageErrors);
});
