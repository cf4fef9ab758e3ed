import { createKubeClient } from './client/kubeClient';
import type { Clock } from './clock';
import { startApiServer } from './cluster/apiServer';
import { httpAddOnCrds, kedaCrds, kserveCrds, llmCrds, monitoringCrds, openShiftCrds } from './cluster/crds';
import { controllerUser, sandboxRules } from './cluster/rbac';
import type { StoredObject } from './cluster/definition';
import type { Backend } from './control';
import { startWebhooks } from './controllers/webhooks';
import type { MetricsBackendName } from './metrics/metricsBackend';
import { startMetricsBackend } from './metrics/metricsBackend';
import { startThanos } from './metrics/thanos';
import type { Parts } from './parts';
import { createParts } from './parts';
import type { Load } from './runningModels';
import { runModels } from './runningModels';
import { restoreFleet } from './scenarios/fleet/fleet';
import type { Scenario } from './scenarios/scenario';

/** Where a simulated cluster listens: all of it. */
type SimulatedBackend = Required<Pick<Backend, 'api' | 'clusterMetrics' | 'tenancyMetrics' | 'token'>> &
  Pick<Backend, 'models' | 'router'>;

/** A cluster that runs a scenario. */
export interface SimulatedCluster extends Load {
  readonly scenario: Scenario;
  readonly backend: SimulatedBackend;
  stop(): Promise<void>;
}

/** The CustomResourceDefinitions of what is installed. */
function crdsOf({
  kserve = true,
  keda,
  httpAddOn = false,
  llmInferenceServices,
}: Scenario): readonly StoredObject[] {
  return [
    ...[...(kserve ? kserveCrds : []), ...monitoringCrds, ...openShiftCrds],
    ...[...(keda ? kedaCrds : []), ...(httpAddOn ? httpAddOnCrds : [])],
    ...(llmInferenceServices === undefined ? [] : llmCrds),
  ];
}

type RoutedLoad = Load & { routerUrl?: string };

/** How a cluster's samples are kept. */
export interface ClusterMetrics {
  backend?: MetricsBackendName;
  /** How much history there is at the start, and so how long samples are kept; a day, when not told. */
  historyMs?: number;
}

const asUsual: Required<ClusterMetrics> = { backend: 'built-in', historyMs: 24 * 3_600_000 };
/** Samples outlive the longest range that a page shows, for rates that look back from its start. */
const retentionOf = (historyMs: number): number => (historyMs * 13) / 12;

/** Where models are asked; a fleet that stands still has neither. */
function doorsOf({ url, routerUrl }: RoutedLoad): Pick<Backend, 'models' | 'router'> {
  return {
    ...(url === undefined ? {} : { models: url }),
    ...(routerUrl === undefined ? {} : { router: routerUrl }),
  };
}

async function startParts(
  scenario: Scenario,
  clock: Clock,
  { backend: name, historyMs }: Required<ClusterMetrics>,
  { keep }: Parts,
): Promise<{ backend: SimulatedBackend; models: RoutedLoad }> {
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
  const client = createKubeClient(api.url, controllerUser);

  const kept = keep(await startMetricsBackend(name, fleet?.metrics.retentionMs ?? retentionOf(historyMs)));
  const health = monitoring?.querier ?? 'answers';
  const metrics = keep(await startThanos({ clock, answer: kept.answer, client, health }));
  const { clusterUrl, tenancyUrl } = metrics;
  const models: RoutedLoad =
    fleet === undefined
      ? await runModels(scenario, { clock, client, store: kept.sink, metrics, historyMs }, keep)
      : keep(fleet.metrics.start(kept.sink));
  await kept.written();
  const backend = { api: api.url, clusterMetrics: clusterUrl, tenancyMetrics: tenancyUrl, token: user };
  return { backend: { ...backend, ...doorsOf(models) }, models };
}

/**
 * Starts all parts of a cluster; resolves when its models serve and its history is filled.
 * When one part fails it ends the others and throws that part's Error.
 */
export async function startCluster(
  scenario: Scenario,
  clock: Clock,
  kept: ClusterMetrics = {},
): Promise<SimulatedCluster> {
  const parts = createParts();
  try {
    const { backend, models } = await startParts(scenario, clock, { ...asUsual, ...kept }, parts);
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
