import { createKubeClient } from './client/kubeClient';
import type { Clock } from './clock';
import { startApiServer } from './cluster/apiServer';
import { httpAddOnCrds, kedaCrds, kserveCrds, monitoringCrds, openShiftCrds } from './cluster/crds';
import { sandboxRules } from './cluster/rbac';
import type { StoredObject } from './cluster/definition';
import type { Backend } from './control';
import { startWebhooks } from './controllers/webhooks';
import { SeriesStore } from './metrics/seriesStore';
import { startThanos } from './metrics/thanos';
import type { Parts } from './parts';
import { createParts } from './parts';
import type { Load } from './runningModels';
import { runModels } from './runningModels';
import { restoreFleet } from './scenarios/fleet/fleet';
import type { Scenario } from './scenarios/scenario';

/** Where a simulated cluster listens: all of it. */
type SimulatedBackend = Required<Pick<Backend, 'api' | 'clusterMetrics' | 'tenancyMetrics' | 'token'>> &
  Pick<Backend, 'router'>;

/** A cluster that runs a scenario. */
export interface SimulatedCluster extends Load {
  readonly scenario: Scenario;
  readonly backend: SimulatedBackend;
  stop(): Promise<void>;
}

/** The CustomResourceDefinitions of what is installed. */
function crdsOf({ kserve = true, keda, httpAddOn = false }: Scenario): readonly StoredObject[] {
  return [
    ...[...(kserve ? kserveCrds : []), ...monitoringCrds, ...openShiftCrds],
    ...[...(keda ? kedaCrds : []), ...(httpAddOn ? httpAddOnCrds : [])],
  ];
}

async function startParts(
  scenario: Scenario,
  clock: Clock,
  { keep }: Parts,
): Promise<{ backend: SimulatedBackend; models: Load & { routerUrl?: string } }> {
  const { keda, monitoring, user } = scenario;
  const fleet = scenario.fleet === undefined ? undefined : restoreFleet(scenario.fleet, clock);
  const namespaces = fleet?.namespaces ?? scenario.namespaces;
  let apiUrl = '';
  const { hooks } = keep(await startWebhooks({ apiUrl: () => apiUrl, keda }));
  const rules = sandboxRules(namespaces);
  const api = keep(
    await startApiServer({ clock, rules, crds: crdsOf(scenario), hooks, restored: fleet?.objects ?? [] }),
  );
  apiUrl = api.url;
  const client = createKubeClient(api.url, 'system:controller');

  const store = fleet?.metrics.store ?? new SeriesStore();
  const health = monitoring?.querier ?? 'answers';
  const metrics = keep(await startThanos({ clock, store, client, health }));
  const { clusterUrl, tenancyUrl } = metrics;
  const models: Load & { routerUrl?: string } =
    fleet === undefined
      ? await runModels(scenario, { clock, client, store, metrics }, keep)
      : keep(fleet.metrics.start());
  const router = models.routerUrl === undefined ? {} : { router: models.routerUrl };
  const backend = {
    ...router,
    api: api.url,
    clusterMetrics: clusterUrl,
    tenancyMetrics: tenancyUrl,
    token: user,
  };
  return { backend, models };
}

/**
 * Starts all parts of a cluster; resolves when its models serve and its history is filled.
 * When one part fails it ends the others and throws that part's Error.
 */
export async function startCluster(scenario: Scenario, clock: Clock): Promise<SimulatedCluster> {
  const parts = createParts();
  try {
    const { backend, models } = await startParts(scenario, clock, parts);
    return {
      scenario,
      backend,
      get load() {
        return models.load;
      },
      setLoad: (on) => {
        models.setLoad(on);
      },
      stop: () => parts.end(),
    };
  } catch (error) {
    await parts.end();
    throw error;
  }
}
