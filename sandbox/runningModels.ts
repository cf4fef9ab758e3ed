import type { KubeClient } from './client/kubeClient';
import type { Clock } from './clock';
import type { Controllers } from './controllers/start';
import { startControllers } from './controllers/start';
import { startDcgmExporter } from './engines/dcgmExporter';
import { startEngines } from './engines/engines';
import { startIngress } from './engines/ingress/ingress';
import type { EngineRoom } from './engines/engineRoom';
import { startKubeStateMetrics } from './engines/kubeStateMetrics';
import type { Target } from './metrics/scrape';
import { startScraper } from './metrics/scrape';
import type { SampleSink } from './metrics/metricsBackend';
import type { Keep } from './parts';
import { perform } from './scenarios/acts';
import { fillHistory } from './scenarios/history';
import type { Scenario } from './scenarios/scenario';
import { seed } from './scenarios/seed';
import { modelsServe, quiet } from './settled';

// User-workload monitoring scrapes each 30 s unless a ServiceMonitor says otherwise, kube-state-metrics is scraped each 60 s.
const podScrapeSeconds = 30;
const stateScrapeSeconds = 60;

/** What models run on. */
export interface Ground {
  clock: Clock;
  /** Of the API server, as a controller. */
  client: KubeClient;
  store: SampleSink;
  metrics: { clusterUrl: string; tenancyUrl: string };
  /** How much history the store is given at the start, in simulated milliseconds. */
  historyMs: number;
}

/** KEDA's operator, as with a ServiceMonitor in a namespace that the platform's monitoring watches; its bundle has none. */
function kedaTargets({ kedaMetricsUrl: url }: Controllers): Target[] {
  const job = 'keda-operator';
  const labels = { namespace: 'openshift-keda', service: job, job, endpoint: 'metrics', container: job };
  return url === undefined ? [] : [{ url, labels: { ...labels, prometheus: 'openshift-monitoring/k8s' } }];
}

/** The load that a cluster's models are under. */
export interface Load {
  /** Where their OpenAI API is; a fleet that stands still has none. */
  readonly url?: string;
  readonly load: boolean;
  setLoad(on: boolean): void;
}

/** Starts controllers, engines and scraping; resolves when the scenario's models serve and its acts are done. */
export async function runModels(
  scenario: Scenario,
  ground: Ground,
  kept: Keep,
): Promise<Load & { routerUrl: string }> {
  const { clock, client, store, metrics, historyMs } = ground;
  const { models, installs = [], acts = [], monitoring, httpAddOn = false } = scenario;
  // The ingress is there before what it leads to, as KEDA asks its scaler from the beginning.
  const behind: { room?: EngineRoom } = {};
  const ingress = kept(await startIngress({ client, clock, room: () => behind.room, httpAddOn }));
  const controllers = kept(
    await startControllers({
      apiUrl: client.url,
      clock,
      keda: scenario.keda,
      metrics,
      ...(httpAddOn ? { httpAddOn: () => ingress.scalerUrl } : {}),
    }),
  );
  // The models of the start have been there for long: nobody waits for them to load.
  controllers.setInstantPods(true);
  await seed(scenario, client);
  const failing = models.filter(({ loadFault }) => loadFault !== undefined);
  if (models.length + installs.length > 0)
    await modelsServe(
      client,
      failing.map(({ namespace, name }) => `${namespace}/${name}`),
    );
  if (acts.length > 0) {
    // What a model had before, such as KServe's HPA, is there when somebody changes it.
    await quiet(client);
    await perform(acts, client.url);
    await quiet(client);
  }
  controllers.setInstantPods(false);

  const engines = kept(await startEngines({ clock, client, loads: [...models, ...installs] }));
  behind.room = engines.room;
  const stateMetrics = kept(await startKubeStateMetrics({ client }));
  const scraped = monitoring?.userWorkload !== false;
  await fillHistory({ scenario, client, store, now: clock.now(), lengthMs: historyMs });
  const podScraper = kept(
    startScraper({
      clock,
      store,
      intervalSeconds: podScrapeSeconds,
      targets: () => (scraped ? engines.targets() : []),
    }),
  );
  // A Prometheus that dies marks nothing as stale.
  if (monitoring?.endsAfterSeconds !== undefined)
    kept({
      stop: clock.after(monitoring.endsAfterSeconds * 1000, () => {
        podScraper.stop();
      }),
    });
  kept(
    startScraper({
      clock,
      store,
      intervalSeconds: stateScrapeSeconds,
      targets: () => [stateMetrics.target()],
    }),
  );
  const exporter = kept(await startDcgmExporter({ clock, client, room: engines.room }));
  kept(
    startScraper({
      clock,
      store,
      intervalSeconds: podScrapeSeconds,
      targets: () => [...exporter.targets(), ...kedaTargets(controllers)],
    }),
  );
  return {
    url: engines.url,
    routerUrl: ingress.routerUrl,
    get load() {
      return engines.load;
    },
    setLoad: (on) => {
      engines.setLoad(on);
    },
  };
}
