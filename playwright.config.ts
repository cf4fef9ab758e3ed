import { defineConfig } from '@playwright/test';
import { findBrowser } from './integration-tests/support/browser';

export default defineConfig({
  testDir: './integration-tests',
  // Ten thousand models are measured on demand: PERFORMANCE=1.
  testIgnore: process.env.PERFORMANCE === undefined ? ['performance-fleet.spec.ts'] : [],
  // Each journey has a cluster of its own, and the machine may have two cores.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    actionTimeout: 30_000,
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
