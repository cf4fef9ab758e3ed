import type { Browser, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { findBrowser } from './support/browser';
import { startSandbox } from './support/sandbox';

const folder = path.join(__dirname, '..', '.github');
const viewport = { width: 1280, height: 860 };
const speed = 30;
const patience = 180_000;

interface Shot {
  /** Of the file, without its theme and .png. */
  name: string;
  path: string;
  /** What must be on the page before the picture is taken. */
  heading: string;
}

const shots: readonly Shot[] = [
  { name: 'fleet', path: '/llm-autoscaling/all-namespaces', heading: 'Autoscaling' },
  {
    name: 'model',
    path: '/llm-autoscaling/ns/customer-chat/inferenceservices/llama-3-2-3b?range=15m',
    heading: 'llama-3-2-3b',
  },
];

async function settle(page: Page): Promise<void> {
  // Graphs fetch once they have their width; the bar of the sandbox is no part of the product.
  await page.waitForLoadState('networkidle', { timeout: 20_000 }).catch(() => undefined);
  await page.addStyleTag({ content: '.sandbox__bar { display: none !important; }' });
  await page.waitForTimeout(3000);
}

async function take(browser: Browser, url: string, theme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({ viewport });
  await context.addInitScript((chosen) => {
    localStorage.setItem('bridge/theme', chosen);
  }, theme);
  for (const { name, path: place, heading } of shots) {
    const page = await context.newPage();
    await page.goto(url + place);
    await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
    await settle(page);
    const file = path.join(folder, `${name}${theme === 'light' ? '' : `-${theme}`}.png`);
    await page.screenshot({ path: file, animations: 'disabled' });
    console.log(file);
    await page.close();
  }
  await context.close();
}

/** Starts the load, and slows the clock down once all replicas serve: the pictures are of the same few minutes then. */
async function startLoad(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport });
  await page.goto(`${url}/llm-autoscaling/all-namespaces`);
  await page.getByRole('button', { name: 'Start load' }).click();
  await page.getByText('6 of 6').first().waitFor({ timeout: patience });
  await page.waitForTimeout(3000);
  await page.getByRole('combobox', { name: 'Clock speed' }).selectOption('1');
  await page.close();
}

/** Takes the pictures of the README from the sandbox under load, on the build in dist: .github/{fleet,model}[-dark].png. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const sandbox = await startSandbox({ scenario: 'burst', speed });
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findBrowser(), args });
  try {
    await startLoad(browser, sandbox.url);
    await take(browser, sandbox.url, 'light');
    await take(browser, sandbox.url, 'dark');
  } finally {
    await browser.close();
    await sandbox.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
