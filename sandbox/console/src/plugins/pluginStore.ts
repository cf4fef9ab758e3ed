import { PluginStore } from '@openshift/dynamic-plugin-sdk';

declare const __webpack_init_sharing__: (scope: string) => unknown;
declare const __webpack_share_scopes__: { default: Record<string, unknown> };

/** A plugin that did not load, and why. */
export interface PluginFailure {
  name: string;
  message: string;
}

const manifestOf = (name: string): string => `/api/plugins/${name}/plugin-manifest.json`;
const text = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A store that gives plugins this page's shared modules, as the console's does. */
export async function createPluginStore(releaseVersion: string): Promise<PluginStore> {
  await Promise.resolve(__webpack_init_sharing__('default'));
  return new PluginStore({
    loaderOptions: {
      sharedScope: __webpack_share_scopes__.default,
      customDependencyResolutions: { '@console/pluginAPI': releaseVersion },
    },
  });
}

/** Loads the plugins one after the other; resolves to those that failed. */
export async function loadPlugins(store: PluginStore, names: readonly string[]): Promise<PluginFailure[]> {
  const failures: PluginFailure[] = [];
  for (const name of names) {
    try {
      await store.loadPlugin(manifestOf(name));
    } catch (error) {
      failures.push({ name, message: text(error) });
    }
  }
  const failed = store.getPluginInfo().flatMap((info) =>
    info.status === 'failed'
      ? [
          {
            name: info.manifest.name,
            message: `${info.errorMessage} ${text(info.errorCause ?? '')}`.trim(),
          },
        ]
      : [],
  );
  return [...failures, ...failed];
}
