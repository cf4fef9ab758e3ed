import { createKubeClient } from './client/kubeClient';
import type { Clock } from './clock';
import { startApiServer } from './cluster/apiServer';
import { kedaCrds, kserveCrds, monitoringCrds } from './cluster/crds';
import { sandboxRules } from './cluster/rbac';
import type { Backend } from './control';
import { startControllers } from './controllers/start';
import { startWebhooks } from './controllers/webhooks';
import type { Engines } from './engines/engines';
import { startEngines } from './engines/engines';
import { startKubeStateMetrics } from './engines/kubeStateMetrics';
import { startScraper } from './metrics/scrape';
import { SeriesStore } from './metrics/seriesStore';
import { startThanos } from './metrics/thanos';
import { fillHistory } from './scenarios/history';
import type { Scenario } from './scenarios/scenario';
import { seed } from './scenarios/seed';
import { modelsServe } from './settled';

/** A cluster that runs a scenario. */
export interface SimulatedCluster {
  readonly scenario: Scenario;
  readonly backend: Backend;
  readonly load: boolean;
  setLoad(on: boolean): void;
  stop(): Promise<void>;
}

// User-workload monitoring scrapes each 30 s unless a ServiceMonitor says otherwise, kube-state-metrics is scraped each 60 s.
const podScrapeSeconds = 30;
const stateScrapeSeconds = 60;

/** Ends what was started, last first. */
type Cleanups = (() => unknown)[];

async function startParts(
  scenario: Scenario,
  clock: Clock,
  cleanups: Cleanups,
): Promise<{ backend: Backend; engines: Engines }> {
  /** Keeps the way to end a part as soon as it runs. */
  function kept<T extends { close(): unknown } | { stop(): unknown }>(part: T): T {
    cleanups.push(() => ('close' in part ? part.close() : part.stop()));
    return part;
  }

  const { keda, namespaces, user } = scenario;
  let apiUrl = '';
  const { hooks } = kept(await startWebhooks({ apiUrl: () => apiUrl, keda }));
  const crds = [...kserveCrds, ...monitoringCrds, ...(keda ? kedaCrds : [])];
  const api = kept(await startApiServer({ clock, rules: sandboxRules(namespaces), crds, hooks }));
  apiUrl = api.url;
  const client = createKubeClient(api.url, 'system:controller');

  const store = new SeriesStore();
  const { clusterUrl, tenancyUrl } = kept(await startThanos({ clock, store, client }));
  const controllers = kept(
    await startControllers({ apiUrl, clock, keda, metrics: { clusterUrl, tenancyUrl } }),
  );
  // The models of the start have been there for long: nobody waits for them to load.
  controllers.setInstantPods(true);
  await seed(scenario, client);
  await modelsServe(client);
  controllers.setInstantPods(false);

  const engines = kept(await startEngines({ clock, client, loads: scenario.models }));
  const stateMetrics = kept(await startKubeStateMetrics({ client }));
  await fillHistory({ scenario, client, store, now: clock.now() });
  kept(startScraper({ clock, store, intervalSeconds: podScrapeSeconds, targets: () => engines.targets() }));
  kept(
    startScraper({
      clock,
      store,
      intervalSeconds: stateScrapeSeconds,
      targets: () => [stateMetrics.target()],
    }),
  );
  const backend = { api: api.url, clusterMetrics: clusterUrl, tenancyMetrics: tenancyUrl, token: user };
  return { backend, engines };
}

/**
 * Starts all parts of a cluster; resolves when its models serve and its history is filled.
 * When one part fails it ends the others and throws that part's Error.
 */
export async function startCluster(scenario: Scenario, clock: Clock): Promise<SimulatedCluster> {
  const cleanups: Cleanups = [];
  const stop = async (): Promise<void> => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const { backend, engines } = await startParts(scenario, clock, cleanups);
    return {
      scenario,
      backend,
      get load() {
        return engines.load;
      },
      setLoad: (on) => {
        engines.setLoad(on);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
