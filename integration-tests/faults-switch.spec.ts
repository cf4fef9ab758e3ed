import {
  alertWith,
  breakPatches,
  failure,
  faults,
  forgive,
  loseAnswers,
  webhookFault,
} from './support/faults';
import { cellOf, rowOf } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

test('the switch says each fault, stays as the cluster is, and recovers', async ({ page, pageErrors }) => {
  await page.goto('/llm-autoscaling/ns/document-search');
  const row = rowOf(page, 'llama-3-1-8b');
  const control = row.getByRole('switch');
  await expect(control).toBeEnabled();
  for (const { name, answer, says } of faults) {
    await test.step(name, async () => {
      const mend = await breakPatches(page, 'scaledobjects', answer);
      await expect(control).toBeEnabled();
      await control.press('Space');
      await expect(alertWith(page, says)).toBeVisible();
      await expect(alertWith(page, /Nothing was changed/)).toBeVisible();
      await expect(control).toBeChecked();
      await mend();
      forgive(pageErrors);
    });
  }
  await expect(control).toBeEnabled();
  await control.press('Space');
  await expect(cellOf(row, 'State')).toContainText('Paused');
  await expect(control).not.toBeChecked();
  await expect(control).toBeEnabled();
  await expect(failure(page)).toHaveCount(0);

  // Resuming fails in the same words, and the model stays paused.
  const mend = await breakPatches(page, 'scaledobjects', webhookFault.answer);
  await expect(control).toBeEnabled();
  await control.press('Space');
  await expect(alertWith(page, webhookFault.says)).toBeVisible();
  await expect(control).not.toBeChecked();
  await mend();
  forgive(pageErrors);
  await expect(control).toBeEnabled();
  await control.press('Space');
  await expect(control).toBeChecked();
});

test('a pause whose answer was lost is not called undone', async ({ page, pageErrors }) => {
  await page.goto('/llm-autoscaling/ns/document-search');
  const control = rowOf(page, 'llama-3-1-8b').getByRole('switch');
  await expect(control).toBeEnabled();
  const mend = await loseAnswers(page, 'scaledobjects');
  await expect(control).toBeEnabled();
  await control.press('Space');
  await expect(alertWith(page, /It may have been written: look at the model/)).toBeVisible();
  await expect(control).not.toBeChecked();
  await mend();
  forgive(pageErrors);
  await expect(control).toBeEnabled();
  await control.press('Space');
  await expect(control).toBeChecked();
});

test('turning on that breaks off after the patch says what is done and what is not, and can be finished', async ({
  page,
  pageErrors,
}) => {
  await page.goto('/llm-autoscaling/ns/document-search');
  const row = rowOf(page, 'qwen-2-5-7b');
  const pattern = /\/horizontalpodautoscalers\/[^/?]+(\?.*)?$/;
  await page.route(pattern, async (route) =>
    route.request().method() === 'DELETE' ? route.abort('connectionreset') : route.fallback(),
  );
  await expect(row.getByRole('switch')).toBeEnabled();
  await row.getByRole('switch').press('Space');
  const dialog = page.getByRole('dialog', { name: 'Turn on autoscaling of qwen-2-5-7b' });
  await dialog.getByLabel('Maximum replicas').fill('2');
  await dialog.getByRole('button', { name: 'Turn on and restart' }).click();
  await expect(
    dialog.getByText('The model is changed, but what has to go after it could not be removed'),
  ).toBeVisible();
  await expect(dialog.getByLabel('Maximum replicas')).toHaveValue('2');
  await page.unroute(pattern);
  forgive(pageErrors);
  // KServe goes on writing the status meanwhile, so that a try may meet a newer version.
  await expect(async () => {
    await dialog.getByRole('button', { name: 'Turn on and restart' }).click({ timeout: 2000 });
    await expect(dialog).toHaveCount(0, { timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
  await expect(row.getByRole('switch')).toBeChecked();
  forgive(pageErrors);
});

test('turning on that is refused leaves the model as it was, and the dialog open', async ({
  page,
  pageErrors,
}) => {
  await page.goto('/llm-autoscaling/ns/code-assist');
  const row = rowOf(page, 'granite-code-8b');
  await expect(row.getByRole('switch')).toBeEnabled();
  await row.getByRole('switch').press('Space');
  const dialog = page.getByRole('dialog', { name: 'Turn on autoscaling of granite-code-8b' });
  await dialog.getByLabel('Maximum replicas').fill('2');
  const mend = await breakPatches(page, 'inferenceservices', webhookFault.answer);
  await dialog.getByRole('button', { name: 'Turn on and restart' }).click();
  await expect(dialog.getByText(/not on Fridays/)).toBeVisible();
  await expect(dialog.getByText('Nothing was changed.')).toBeVisible();
  await expect(dialog.getByLabel('Maximum replicas')).toHaveValue('2');
  await mend();
  forgive(pageErrors);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(row.getByRole('switch')).not.toBeChecked();
});
