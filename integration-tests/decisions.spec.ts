import { openFleet, openModel } from './support/pages';
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
