import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import * as path from 'node:path';
import type { Sandbox, SandboxOptions } from './sandbox';
import { startSandbox } from './sandbox';

interface TestFixtures {
  /** Errors of the page: uncaught ones, console.error, and violations of the content security policy. */
  pageErrors: string[];
}

interface WorkerFixtures {
  sandboxOptions: SandboxOptions;
  sandbox: Sandbox;
}

/** Chromium reports a violation of the content security policy as a console error, too. */
function collectErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
}

/** What logs a person in to the console at $BASE_URL: the default export of the JavaScript module (.mjs) that $LOGIN names. */
interface LoginModule {
  default: (page: Page) => Promise<void>;
}

async function logIn(page: Page): Promise<void> {
  const { LOGIN: file = '', BASE_URL: console = '' } = process.env;
  if (file === '' || console === '') return;
  const login = (await import(path.resolve(file))) as LoginModule;
  await login.default(page);
}

/**
 * A journey in the sandbox of its file (`test.use({ sandboxOptions })`), or on the console at $BASE_URL, after the login that $LOGIN names.
 * It fails when the page logs an error or breaks the content security policy, whatever else it checks.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sandboxOptions: [
    { scenario: 'quiet', speed: 10 },
    { option: true, scope: 'worker' },
  ],
  sandbox: [
    async ({ sandboxOptions }, use) => {
      const given = process.env.BASE_URL;
      if (given !== undefined && given !== '') {
        await use({ url: given, stop: () => Promise.resolve(0) });
        return;
      }
      const sandbox = await startSandbox(sandboxOptions);
      await use(sandbox);
      const code = await sandbox.stop();
      if (code !== 0) throw new Error(`The sandbox ended with ${String(code)}.`);
    },
    { scope: 'worker', timeout: 200_000 },
  ],
  baseURL: async ({ sandbox }, use) => {
    await use(sandbox.url);
  },
  pageErrors: [
    async ({ page }, use) => {
      await logIn(page);
      const errors: string[] = [];
      collectErrors(page, errors);
      await use(errors);
      expect(errors).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
