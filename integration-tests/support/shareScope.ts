import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import * as path from 'node:path';

const root = path.join(__dirname, '..', '..');
const origin = 'http://plugin.test';

/** What is loaded, and into which console. */
export interface ShareScope {
  /** The folder of the build. */
  dist: string;
  /** File names of the scripts that the manifest names. */
  entry: string[];
  /** Exposed modules that are evaluated. */
  modules: string[];
  /** The version of PatternFly that the console shares; undefined when it shares none. */
  patternFly: string | undefined;
}

// The lists of what a console of 4.22 shares with its plugins (its shared-modules-meta.ts and webpack.config.ts).
const singletons = [
  '@openshift/dynamic-plugin-sdk',
  '@openshift-console/dynamic-plugin-sdk',
  'react',
  'react-i18next',
  'react-redux',
  'react-router',
  'redux',
  'redux-thunk',
];
const patternFlyPackages = ['@patternfly/react-core', '@patternfly/react-icons', '@patternfly/react-table'];

/** The names under which a console shares the modules of PatternFly: one for each component, icon and helper. */
function patternFlyModules(): string[] {
  return patternFlyPackages.flatMap((name) => {
    const file = path.join(root, 'node_modules', name, 'dist/dynamic-modules.json');
    const modules = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    return [...new Set(Object.values(modules))].map((module) => `${name}/${module}`);
  });
}

/**
 * Runs in the page: a share scope whose modules have any export, so that the plugin's own code is fetched and
 * evaluated without a console.
 */
async function evaluateModules(given: {
  entry: string[];
  modules: string[];
  shared: [string, string][];
}): Promise<void> {
  interface Container {
    init(scope: object): unknown;
    get(module: string): Promise<() => unknown>;
  }
  function Nothing(): void {
    // Called, constructed and extended by the code under test.
  }
  const anything: object = new Proxy(Nothing, {
    get: (target, key) => {
      if (key === 'prototype') return target.prototype as unknown;
      return key === 'then' || typeof key === 'symbol' ? undefined : anything;
    },
    apply: () => anything,
    construct: () => anything,
  });
  const shared = ([name, version]: [string, string]): [string, object] => [
    name,
    { [version]: { get: () => Promise.resolve(() => anything), loaded: 1, eager: true, from: 'console' } },
  ];
  const container = await new Promise<Container>((resolve, reject) => {
    Object.assign(window, {
      __load_plugin_entry__: (_: string, loaded: Container) => {
        resolve(loaded);
      },
    });
    for (const file of given.entry) {
      const script = document.createElement('script');
      script.src = `/api/plugins/llm-autoscaling/${file}`;
      script.onerror = () => {
        reject(new Error(`${file} does not load.`));
      };
      document.head.append(script);
    }
  });
  await container.init(Object.fromEntries(given.shared.map(shared)));
  for (const module of given.modules) (await container.get(module))();
}

/**
 * Evaluates exposed modules of the build in the page, in the share scope of a console; resolves to the names of the
 * files that were fetched for it. Throws when a module does not load.
 */
export async function loadIntoShareScope(page: Page, options: ShareScope): Promise<string[]> {
  const { dist, entry, modules, patternFly } = options;
  const files: string[] = [];
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') {
      await route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>-</title>' });
      return;
    }
    const file = pathname.replace('/api/plugins/llm-autoscaling/', '');
    files.push(file);
    await route.fulfill({ contentType: 'text/javascript', body: readFileSync(path.join(dist, file)) });
  });
  await page.goto(`${origin}/`);
  const shared: [string, string][] = [
    ...singletons.map((name): [string, string] => [name, '99.0.0']),
    ...(patternFly === undefined
      ? []
      : patternFlyModules().map((name): [string, string] => [name, patternFly])),
  ];
  await page.evaluate(evaluateModules, { entry, modules, shared });
  return files;
}
