import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The page of a model. */
export const modelUrl = (namespace: string, name: string): string =>
  `/llm-autoscaling/ns/${namespace}/inferenceservices/${name}`;

/** The page of a model's policy. */
export const policyUrl = (namespace: string, name: string): string => `${modelUrl(namespace, name)}/policy`;

/** Opens the fleet page through the console's navigation, as a person does. */
export async function openFleet(page: Page): Promise<void> {
  await page.goto('/');
  const link = page.getByRole('link', { name: 'Autoscaling', exact: true });
  const section = page.getByRole('button', { name: 'Observe' });
  await expect(section).toBeVisible();
  if (!(await link.isVisible())) await section.click();
  await link.click();
  await expect(page.getByRole('heading', { name: 'Autoscaling', level: 1 })).toBeVisible();
}

/** The row of a model in the fleet's table. */
export function rowOf(page: Page, model: string): Locator {
  return page
    .getByRole('grid', { name: 'Models' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: model, exact: true }) });
}

/** A cell of a row, by the head of its column. */
export function cellOf(row: Locator, column: string): Locator {
  return row.locator(`[data-label="${column}"]`);
}

/** Opens a model from the fleet's table. */
export async function openModel(page: Page, model: string): Promise<void> {
  await rowOf(page, model).getByRole('link', { name: model, exact: true }).click();
  await expect(page.getByRole('heading', { name: model, level: 1 })).toBeVisible();
}

/** The graph with this title; its accessible name says the newest values. */
export function graphOf(page: Page, title: string): Locator {
  return page.getByRole('img', { name: new RegExp(`^${title}\\.`) });
}

/** What is said of a change after it was written: a list of hops, those that are to come among them. */
export function hopsOf(page: Page): Locator {
  return page.getByRole('list', { name: 'What became of the change' });
}

/** Waits until a saved change has come as far as this hop: it stands there from the beginning, as still to come. */
export async function arrived(
  page: Page,
  hop: string | RegExp,
  options: { timeout?: number } = {},
): Promise<void> {
  const done = hopsOf(page).getByRole('listitem', { name: /\bdone\b/ });
  await expect(done.filter({ hasText: hop })).toBeVisible(options);
}
