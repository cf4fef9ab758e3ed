import { defineConfig } from '@playwright/test';
import { findBrowser } from './integration-tests/support/browser';

const measured = /(?:performance[\w-]*|visual)\.spec\.ts$/;

export default defineConfig({
  testDir: './integration-tests',
  projects: [
    { name: 'journeys', testIgnore: measured },
    // What measures the page needs the machine for itself.
    { name: 'measurements', testMatch: measured },
  ],
  // Each file has a cluster of its own; more than two of them are too much for two cores.
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 45_000 },
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: false },
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
