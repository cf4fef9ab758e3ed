import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The area of the plugin's pages, and its dialogs; the console around them is not ours. */
const areas = ['main', '[role="dialog"]'];

/** The rules among them that look at colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

async function findings(page: Page, dark: boolean): Promise<string[]> {
  // Legacy mode needs no second page, which the content security policy of a console may stop.
  let axe = new AxeBuilder({ page }).setLegacyMode(true);
  // The dark theme changes colours and nothing else.
  axe = dark ? axe.withRules(colourRules) : axe.withTags(rules);
  for (const area of areas) {
    if ((await page.locator(area).count()) > 0) axe = axe.include(area);
  }
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, html }) => `${id}: ${help} at ${target.join(' ')}: ${html.slice(0, 160)}`),
  );
}

/** Puts the console into its dark theme or out of it, as its own theme switch does. */
async function setDark(page: Page, dark: boolean): Promise<void> {
  await page.evaluate((on) => {
    document.documentElement.classList.toggle('pf-v6-theme-dark', on);
  }, dark);
}

/** Fails with all that axe finds on what the page shows, in both themes. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const found: string[] = [];
  for (const dark of [false, true]) {
    await setDark(page, dark);
    for (const finding of await findings(page, dark)) found.push(`${dark ? 'dark' : 'light'}: ${finding}`);
  }
  await setDark(page, false);
  expect(found, what).toEqual([]);
}
