import type { Browser, BrowserContext, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import * as path from 'node:path';
import { findBrowser } from './support/browser';
import { startSandbox } from './support/sandbox';
import { steer } from './support/steer';

const folder = path.join(__dirname, '..', '.github');
const width = 1280;
const speed = 20;
const patience = 180_000;
const fleet = '/llm-autoscaling/all-namespaces';
const llama = '/llm-autoscaling/ns/customer-chat/inferenceservices/llama-3-2-3b';

type Theme = 'light' | 'dark';

/** A picture of a page. */
interface Shot {
  /** Of the file, without its theme and .png. */
  name: string;
  path: string;
  height: number;
  /** What must be on the page before the picture is taken. */
  text: string | RegExp;
}

/** Of the README: in both themes, under load. */
const shots: readonly Shot[] = [
  { name: 'fleet', path: fleet, height: 900, text: 'At maximum' },
  { name: 'model', path: `${llama}?range=15m`, height: 1280, text: 'Tokens per second' },
];

/** Of docs/states.md, each in a scenario of its own. */
const states: readonly (Shot & { scenario: string; load?: boolean })[] = [
  {
    name: 'state-waiting-for-gpus',
    scenario: 'gpu-starved',
    load: true,
    path: `${llama}?range=15m`,
    height: 900,
    text: /Waits for a node/,
  },
  {
    name: 'state-no-data',
    scenario: 'no-series',
    path: llama,
    height: 700,
    text: 'No data from the query',
  },
  {
    name: 'state-failed-load',
    scenario: 'failed-load',
    path: `${llama}?tab=pods`,
    height: 620,
    text: /restart/,
  },
  {
    name: 'state-two-autoscalers',
    scenario: 'two-autoscalers',
    path: llama,
    height: 620,
    text: 'Two autoscalers',
  },
  { name: 'state-paused', scenario: 'paused', path: fleet, height: 700, text: 'Paused' },
  {
    name: 'state-thanos-down',
    scenario: 'thanos-down',
    path: fleet,
    height: 700,
    text: 'Thanos cannot be reached',
  },
  {
    name: 'state-no-monitoring',
    scenario: 'uwm-off',
    path: fleet,
    height: 700,
    text: 'No model sends numbers',
  },
  { name: 'state-no-keda', scenario: 'keda-absent', path: fleet, height: 700, text: 'KEDA is not installed' },
  { name: 'policy', scenario: 'quiet', path: `${llama}/policy`, height: 900, text: 'What this will do' },
];

/** Names of the pictures that are asked for; none: all of them. */
const asked = process.argv.slice(2);
const isAsked = ({ name }: Shot): boolean => asked.length === 0 || asked.includes(name);

async function settle(page: Page): Promise<void> {
  // Graphs fetch once they have their width; the bar of the sandbox is no part of the product.
  await page.waitForLoadState('networkidle', { timeout: 20_000 }).catch(() => undefined);
  await page.addStyleTag({ content: '.sandbox__bar { display: none !important; }' });
  await page.waitForTimeout(3000);
}

/** Opens the page of a shot and keeps it as a file: the whole window, or only the part that is the product's. */
async function take(context: BrowserContext, shot: Shot, theme: Theme, whole: boolean): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: shot.height });
  await page.goto(shot.path);
  await page.getByRole('main').getByText(shot.text).first().waitFor({ timeout: patience });
  await settle(page);
  const file = path.join(folder, `${shot.name}${theme === 'light' ? '' : `-${theme}`}.png`);
  await (whole ? page : page.getByRole('main')).screenshot({ path: file, animations: 'disabled' });
  console.log(file);
  await page.close();
}

async function openContext(browser: Browser, url: string, theme: Theme): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, viewport: { width, height: 900 } });
  await context.addInitScript((chosen) => {
    localStorage.setItem('bridge/theme', chosen);
  }, theme);
  return context;
}

/** Starts the load, and slows the clock down once no more replicas may be added: the pictures are of the same few minutes then. */
async function startLoad(page: Page): Promise<void> {
  await page.goto(fleet);
  await steer(page, { load: true });
  await page.getByRole('grid').getByText('At maximum').first().waitFor({ timeout: patience });
  // The last replicas load.
  await page.waitForTimeout(8000);
  await steer(page, { speed: 1 });
}

async function takeStates(context: BrowserContext): Promise<void> {
  const page = await context.newPage();
  for (const { scenario, load = false, ...shot } of states.filter(isAsked)) {
    await page.goto('/');
    await steer(page, { scenario, load, speed });
    // For the load to show, and for KEDA and the HPA to answer it.
    await page.waitForTimeout(load ? 12_000 : 4000);
    await take(context, shot, 'light', false);
  }
  await page.close();
}

/** Takes the pictures of the README and of docs/states.md from the sandbox, on the build in dist, into .github; only those that are named. */
async function main(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const sandbox = await startSandbox({ scenario: 'burst', speed });
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath: findBrowser(), args });
  try {
    const light = await openContext(browser, sandbox.url, 'light');
    const dark = await openContext(browser, sandbox.url, 'dark');
    if (shots.some(isAsked)) await startLoad(await light.newPage());
    for (const shot of shots.filter(isAsked)) {
      await take(light, shot, 'light', true);
      await take(dark, shot, 'dark', true);
    }
    await takeStates(light);
  } finally {
    await browser.close();
    await sandbox.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
