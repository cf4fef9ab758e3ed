import { createRoot } from 'react-dom/client';
import { App } from './App';
import './console.css';
import { initI18n } from './i18n';
import { followTheme } from './masthead/theme';
import { unsupportedTypes } from './plugins/extensionTypes';
import { modelFlags } from './plugins/modelFlags';
import type { PluginFailure } from './plugins/pluginStore';
import { createPluginStore, loadPlugins } from './plugins/pluginStore';
import './shared/sharedModules';
import { discoverModels } from './store/discovery';
import { modelsReceived } from './store/k8sReducer';
import { createStore, flagsDetected } from './store/store';

const failureOf = (name: string, error: unknown): PluginFailure => ({
  name,
  message: error instanceof Error ? error.message : String(error),
});

/** Shows the console at once, and again when the plugins and the cluster's kinds are known. */
async function start(): Promise<void> {
  followTheme();
  const { consolePlugins, releaseVersion } = window.SERVER_FLAGS;
  const store = createStore(window.SANDBOX.user);
  const [plugins] = await Promise.all([createPluginStore(releaseVersion), initI18n(consolePlugins)]);
  const element = document.getElementById('app');
  if (element === null) throw new Error('The page has no element for the console.');
  const root = createRoot(element);
  const show = (failures: readonly PluginFailure[], settled: boolean): void => {
    root.render(<App store={store} plugins={plugins} failures={failures} settled={settled} />);
  };
  show([], false);

  const [failures, discovered] = await Promise.all([
    loadPlugins(plugins, consolePlugins),
    discoverModels().catch((error: unknown) => failureOf("The cluster's list of kinds", error)),
  ]);
  if (!Array.isArray(discovered)) {
    show([...failures, discovered], true);
    return;
  }
  store.dispatch(modelsReceived(discovered));
  const manifests = plugins.getPluginInfo().flatMap(({ manifest }) => manifest.extensions);
  for (const type of unsupportedTypes(manifests)) {
    console.warn(`The local console does nothing with extensions of the type ${type}.`);
  }
  const references = new Set(discovered.map(({ reference }) => reference));
  const flags = { OPENSHIFT: true, MONITORING: true, ...modelFlags(manifests, references) };
  store.dispatch(flagsDetected(flags));
  plugins.setFeatureFlags(flags);
  show(failures, true);
}

void start();
