import { createKubeClient } from '../client/kubeClient';
import type { Clock } from '../clock';
import { controllerUser } from '../cluster/rbac';
import type { Controller, ControllerContext } from './context';
import { startInformers } from './context';
import { startDeploymentController } from './deployment/controller';
import { createEventRecorder } from './eventRecorder';
import { startHpaController } from './hpa/controller';
import { startHttpAddOn } from './httpAddOn/controller';
import { startJobController } from './jobs/controller';
import { startAdapter } from './keda/adapter';
import { startKeda } from './keda/controller';
import { KedaMetrics } from './keda/metrics';
import { textOf } from '../engines/metricFamily';
import { startMetricsServer } from '../engines/metricsServer';
import type { MetricsUrls } from './keda/prometheus';
import { createScalers } from './keda/scalers';
import { ScaleLoops } from './keda/scaleLoop';
import { startKServe } from './kserve/controller';
import { startKubelet } from './node/kubelet';
import { startScheduler } from './node/scheduler';
import { startOdhModelController } from './odh/controller';
import { startQuotaController } from './quota';

/** How the controllers are started. */
export interface ControllerOptions {
  apiUrl: string;
  clock: Clock;
  /** Whether KEDA is installed. */
  keda: boolean;
  /** Where the Thanos queriers listen. */
  metrics: MetricsUrls;
  /** Where the HTTP add-on's external scaler listens, undefined while it does not; absent where there is no add-on. */
  httpAddOn?: () => string | undefined;
  /** Hears of failures that no object tells of; the default writes them to the console. */
  onError?: (controller: string, error: unknown) => void;
}

/** The running controllers. */
export interface Controllers {
  /** While true, pods become ready at once (for the cluster's state at start). */
  setInstantPods(on: boolean): void;
  /** Where KEDA's operator tells its metrics; undefined without KEDA. */
  readonly kedaMetricsUrl?: string;
  /** Ends all timers and connections; resolves when nothing is under way any more. */
  stop(): Promise<void>;
}

function report(controller: string, error: unknown): void {
  console.error(`${controller}: ${error instanceof Error ? error.message : String(error)}`);
}

/** KEDA's operator and metrics adapter; the adapter's address is what the HPA controller asks. */
async function startKedaParts(
  context: ControllerContext,
  metrics: MetricsUrls,
  httpAddOn: () => string | undefined,
): Promise<{ adapterUrl: string; metricsUrl: string; stop(): Promise<void> }> {
  const scalers = createScalers(context, metrics, httpAddOn);
  const loops = new ScaleLoops();
  const adapter = await startAdapter(context, scalers, loops);
  const told = new KedaMetrics();
  const operator = startKeda(context, scalers, loops, told);
  const server = await startMetricsServer((path) =>
    path === '/metrics'
      ? { text: textOf(told.families()) }
      : { code: 404, reason: `There is nothing at ${path}.` },
  );
  return {
    adapterUrl: adapter.url,
    metricsUrl: `${server.url}/metrics`,
    async stop() {
      await operator.stop();
      await server.close();
      await adapter.close();
    },
  };
}

/** Starts KServe, odh-model-controller, KEDA and its HTTP add-on, the HPA, Deployment and Job controllers, scheduler and kubelets. */
export async function startControllers(options: ControllerOptions): Promise<Controllers> {
  const { apiUrl, clock, keda, metrics, httpAddOn = () => undefined, onError = report } = options;
  const client = createKubeClient(apiUrl, controllerUser);
  const informers = startInformers(client, keda);
  const events = createEventRecorder(client, clock, (error) => {
    onError('event recorder', error);
  });
  const context: ControllerContext = { client, clock, informers, events, onError };
  const kedaParts = keda ? await startKedaParts(context, metrics, httpAddOn) : undefined;
  const kubelet = startKubelet(context);
  const controllers: Controller[] = [
    startKServe(context),
    startOdhModelController(context),
    startHpaController(context, kedaParts?.adapterUrl),
    startDeploymentController(context),
    startJobController(context),
    startScheduler(context),
    startQuotaController(context),
    kubelet,
    ...(kedaParts === undefined ? [] : [kedaParts]),
    ...(options.httpAddOn === undefined ? [] : [startHttpAddOn(context)]),
  ];
  await Promise.all(Object.values(informers).map(({ ready }: { ready: Promise<void> }) => ready));
  return {
    ...(kedaParts === undefined ? {} : { kedaMetricsUrl: kedaParts.metricsUrl }),
    setInstantPods: (on) => {
      kubelet.setInstant(on);
    },
    async stop() {
      for (const informer of Object.values(informers) as { stop(): void }[]) informer.stop();
      await Promise.all(controllers.map((controller) => controller.stop()));
      await events.stop();
    },
  };
}
