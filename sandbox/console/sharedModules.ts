import { readFileSync } from 'node:fs';
import * as path from 'node:path';

/** A module in the share scope: `shareKey` is the name that plugins ask for. */
export interface ProvidedModule {
  shareKey: string;
  version?: string;
  eager: true;
}

const root = path.join(__dirname, '..', '..');
const nodeModules = path.join(root, 'node_modules');

function packageOf(folder: string): { version: string; module?: string } {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
    module?: string;
  };
}

/**
 * What Console 4.22 shares with its plugins as singletons (shared-modules-meta.ts of the SDK), apart from the internal
 * SDK, which is not on npm for 4.22. A package gets its own version; src/shared/sharedModules.ts imports each of them,
 * since webpack provides a package only when the host imports it.
 */
const singletons = [
  '@openshift/dynamic-plugin-sdk',
  '@openshift-console/dynamic-plugin-sdk',
  '@patternfly/react-topology',
  'react',
  'react-i18next',
  'react-redux',
  'react-router',
  'redux',
  'redux-thunk',
];

/** The packages whose components the console shares one by one ("dynamic modules"), as far as they are installed. */
const dynamicPackages = ['@patternfly/react-core', '@patternfly/react-icons', '@patternfly/react-table'];

/** Names of react-router before version 7, which the console still shares. */
const routerAliases = ['react-router-dom', 'react-router-dom-v5-compat'];

function dynamicModules(packageName: string): [string, ProvidedModule][] {
  const folder = path.join(nodeModules, packageName);
  const { version } = packageOf(folder);
  const map = JSON.parse(readFileSync(path.join(folder, 'dist/dynamic-modules.json'), 'utf8')) as Record<
    string,
    string
  >;
  return [...new Set(Object.values(map))].map((request) => {
    const stub = path.join(folder, request);
    // The stub's package.json points at the ES module, which is the one that the host's own imports use.
    const file = path.join(stub, packageOf(stub).module ?? 'index.js');
    return [file, { shareKey: `${packageName}/${request}`, version, eager: true }];
  });
}

/** The share scope of the local console, for webpack's ProvideSharedPlugin. */
export function sharedModules(): Record<string, ProvidedModule> {
  const routerVersion = packageOf(path.join(nodeModules, 'react-router')).version;
  return Object.fromEntries([
    ...singletons.map((name): [string, ProvidedModule] => [name, { shareKey: name, eager: true }]),
    ...routerAliases.map((name): [string, ProvidedModule] => [
      path.join(__dirname, 'src/shared', `${name}.ts`),
      { shareKey: name, version: routerVersion, eager: true },
    ]),
    ...dynamicPackages.flatMap(dynamicModules),
  ]);
}
