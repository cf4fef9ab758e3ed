import type { Page } from '@playwright/test';
import { readObject } from './support/cluster';
import { cellOf, modelUrl, openFleet, openModel, rowOf } from './support/pages';
import { pass } from './support/passing';
import { steer } from './support/steer';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'burst', speed: 10 } });

test('decisions are marked and explained', async ({ page }) => {
  await openFleet(page);
  await openModel(page, 'llama-3-2-3b');
  await page.getByRole('button', { name: 'Start load' }).click();
  const table = page.getByRole('grid', { name: 'Decisions' });
  await expect(table.getByRole('row').nth(1)).toContainText(/1 → \d.*The load rose\d+ \/ 2 = \d+/, {
    timeout: 60_000,
  });
  const mark = page.getByRole('list', { name: 'Decisions' }).getByRole('button').first();
  await mark.focus();
  await expect(page.getByRole('tooltip')).toContainText(/1 → \d · The load rose: \d+ \/ 2 = \d+/);
});

test('who comes later sees each step that the HPA has told of, though it was measured once', async ({
  page,
}) => {
  await page.goto('/');
  await steer(page, { scenario: 'burst' });
  await steer(page, { load: true });
  await page.goto('/llm-autoscaling/ns/customer-chat');
  await expect(cellOf(rowOf(page, 'llama-3-2-3b'), 'Replicas')).toContainText('of 6', { timeout: 60_000 });
  const found = await readObject<{ items: { message: string; lastTimestamp: string }[] }>(
    page,
    '/api/v1/namespaces/customer-chat/events?fieldSelector=reason=SuccessfulRescale,involvedObject.name=keda-hpa-llama-3-2-3b-predictor',
  );
  const told = (found?.items ?? [])
    .sort((a, b) => a.lastTimestamp.localeCompare(b.lastTimestamp))
    .map(({ message }) => /New size: (\d+)/.exec(message)?.[1] ?? '');
  expect(told.at(-1)).toBe('6');
  await page.goto(modelUrl('customer-chat', 'llama-3-2-3b'));
  const table = page.getByRole('grid', { name: 'Decisions' });
  for (const [index, to] of told.entries())
    await expect(table).toContainText(`${told[index - 1] ?? '1'} → ${to}`, { timeout: 60_000 });
});

/** Notes in the page what of the plugin's begins to move, until it is asked again. */
async function watchMotion(page: Page): Promise<void> {
  await page.evaluate(() => {
    const moved: string[] = [];
    Object.assign(window, { moved });
    for (const type of ['transitionrun', 'animationstart'])
      document.addEventListener(type, ({ target }) => {
        const name = target instanceof Element ? target.className : '';
        if (name.includes('llm-autoscaling')) moved.push(`${type} of ${name}`);
      });
  });
}
const motion = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { moved: string[] }).moved);

test('a decision grows under the pointer, but not for whoever wants less motion', async ({ page }) => {
  await page.goto(modelUrl('customer-chat', 'llama-3-2-3b'));
  await expect(page.getByRole('heading', { name: 'llama-3-2-3b', level: 1 })).toBeVisible();
  // The newest lies on top where two are close to each other.
  const mark = page.getByRole('list', { name: 'Decisions' }).getByRole('button').last();
  await steer(page, { load: true });
  await expect(mark).toBeVisible({ timeout: 60_000 });

  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await watchMotion(page);
  await mark.hover();
  await expect.poll(() => motion(page)).toContain('transitionrun of llm-autoscaling__mark');

  await page.mouse.move(0, 0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await watchMotion(page);
  await mark.hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await pass(500);
  expect(await motion(page)).toEqual([]);
});
