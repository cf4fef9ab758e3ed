import type { Page } from '@playwright/test';
import { csrfHeader } from './cluster';

/** What is asked of the sandbox, as its bar does. */
interface Change {
  scenario?: string;
  load?: boolean;
  speed?: number;
  user?: string;
}

/**
 * Changes scenario, load or speed of the sandbox that the page is in; throws an Error with its words when it refuses.
 * A change of the scenario leaves the page.
 */
export async function steer(page: Page, change: Change): Promise<void> {
  // A console that is open loads itself anew with another scenario, and would cut off what the journey opens next.
  if (change.scenario !== undefined) await page.goto('about:blank');
  const answer = await page.request.post('/sandbox/state', {
    data: change,
    headers: await csrfHeader(page),
    timeout: 180_000,
  });
  if (!answer.ok()) throw new Error(`The sandbox refuses ${JSON.stringify(change)}: ${await answer.text()}`);
}

/** Opens a page in another scenario. */
export async function openIn(page: Page, scenario: string, url: string): Promise<void> {
  // The console gives the cookie that steering needs.
  await page.request.get('/');
  await steer(page, { scenario });
  await page.goto(url);
}

/** Makes the console another user's. */
export async function setUser(page: Page, user: string): Promise<void> {
  await page.goto('about:blank');
  await steer(page, { user });
}

/** Makes the page believe that its tab is hidden, or seen again. */
export async function setHidden(page: Page, hidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (value ? 'hidden' : 'visible'),
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);
}
