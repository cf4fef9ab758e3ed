import type { Locator, Page } from '@playwright/test';
import { modelUrl, policyUrl } from './support/pages';
import { expect, test } from './support/test';

test.use({ sandboxOptions: { scenario: 'quiet', speed: 10 } });

const namespace = 'customer-chat';
const model = 'llama-3-2-3b';
/** More menus than this on one page are alike. */
const maxMenus = 10;
const maxLinks = 40;

/** What a link leads to: its path without names, and the names of its parameters. */
function shapeOf(href: string): string {
  const { pathname, searchParams } = new URL(href, 'http://console');
  const path = pathname
    .replace(/\/ns\/[^/]+/, '/ns/*')
    .replace(/(\/ns\/\*\/[^/]+\/)[^/]+/, '$1*')
    .replace(/(\/k8s\/cluster\/[^/]+\/)[^/]+/, '$1*');
  return [path, ...[...searchParams.keys()].toSorted()].join(' ');
}

/** The links of a page but for the console's own navigation and masthead. */
const ownLinks = (page: Page): Promise<string[]> =>
  page.locator('a[href]').evaluateAll((links) =>
    links.flatMap((link) => {
      const isConsoles = link.closest('header, nav:not([aria-label="Breadcrumb"])') !== null;
      return isConsoles ? [] : [link.getAttribute('href') ?? ''];
    }),
  );

/** The links in the menus that the page opens with its buttons for actions. */
async function menuLinks(page: Page): Promise<string[]> {
  const toggles = await page.getByRole('button', { name: /^Actions/ }).all();
  const found: string[] = [];
  for (const toggle of toggles.slice(0, maxMenus)) {
    await toggle.click();
    await expect(page.getByRole('menuitem').first()).toBeVisible();
    const hrefs = await page
      .getByRole('menuitem')
      .evaluateAll((items) => items.map((item) => item.getAttribute('href')));
    found.push(...hrefs.filter((href) => href !== null));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menuitem')).toHaveCount(0);
  }
  return found;
}

const titleOf = (page: Page): Locator => page.getByRole('heading', { level: 1 }).first();

/** Every place that a page leads to once its button `last` is there, one link a shape; `tabs` are clicked one after the other. */
async function linksOf(
  page: Page,
  url: string,
  last: string,
  tabs: readonly string[] = [],
): Promise<Map<string, string>> {
  await page.goto(url);
  await expect(titleOf(page)).toBeVisible();
  await expect(page.getByRole('button', { name: last, exact: true })).toBeVisible();
  const found = new Map<string, string>();
  const collect = async (): Promise<void> => {
    const hrefs = [...(await ownLinks(page)), ...(await menuLinks(page))];
    for (const href of hrefs) if (href.startsWith('/')) found.set(shapeOf(href), href);
  };
  await collect();
  for (const tab of tabs) {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    // The list of a tab comes from a watch.
    await expect(page.getByRole('grid').getByRole('link').first()).toBeVisible();
    await collect();
  }
  return found;
}

test('every link that the plugin draws leads to a page', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto(`/llm-autoscaling/ns/${namespace}`);
  await expect(page.getByRole('link', { name: model, exact: true })).toBeVisible();
  const details = `/k8s/ns/${namespace}/serving.kserve.io~v1beta1~InferenceService/${model}`;
  const links = new Map([
    ...(await linksOf(page, `/llm-autoscaling/ns/${namespace}`, `Actions for ${model}`)),
    ...(await linksOf(page, modelUrl(namespace, model), 'Actions of Requests', ['Pods', 'Events'])),
    ...(await linksOf(page, policyUrl(namespace, model), 'Save')),
    ...(await linksOf(page, `${details}/autoscaling`, 'Actions of Requests')),
  ]);
  const shapes = [...links.keys()];
  // What a person expects to come to from these pages.
  expect(shapes).toEqual(
    expect.arrayContaining([
      '/llm-autoscaling/ns/*',
      '/llm-autoscaling/ns/*/inferenceservices/*',
      '/llm-autoscaling/ns/*/inferenceservices/*/policy',
      expect.stringMatching(/^\/monitoring\/query-browser query0/),
      expect.stringMatching(/ScaledObject\/\*$/),
      expect.stringMatching(/HorizontalPodAutoscaler\/\*$/),
      expect.stringMatching(/InferenceService\/\*$/),
      expect.stringMatching(/\/pods\/\*$/),
    ]),
  );
  expect(shapes.length).toBeLessThan(maxLinks);
  for (const [shape, href] of links)
    await test.step(shape, async () => {
      await page.goto(href);
      await expect(titleOf(page)).toBeVisible();
      await expect(titleOf(page)).not.toHaveText(/not found|not part of|error/i);
      await expect(page.getByText('Page not found')).toBeHidden();
    });
});
