import { chromium } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const candidates = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

function installed(): string | undefined {
  return [...candidates, chromium.executablePath()].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  );
}

function attempt(command: string): void {
  console.log(`> ${command}`);
  spawnSync(command, { shell: true, stdio: 'inherit' });
}

/**
 * The Chromium that the journeys run in: $CHROMIUM, one that is installed, or one that is installed now (Debian's
 * package as root, else Playwright's build). Throws an Error that says what to do when there is none.
 */
export function findBrowser(): string {
  const found = installed();
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    attempt(
      'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium',
    );
  } else {
    attempt('npx playwright install chromium');
  }
  const browser = installed();
  if (browser !== undefined) return browser;
  throw new Error('The journeys need Chromium: install it, or set CHROMIUM to the path of its executable.');
}
