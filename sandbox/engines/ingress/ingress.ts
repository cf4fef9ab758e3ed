import type { Deployment } from '../../../src/resources/deployment';
import { deploymentKind } from '../../../src/resources/kinds';
import type { Kind } from '../../../src/resources/kinds';
import type { Service } from '../../../src/resources/service';
import { startInformer } from '../../client/informer';
import type { KubeClient } from '../../client/kubeClient';
import type { Clock } from '../../clock';
import type { JsonAnswer } from '../../controllers/httpListener';
import { listen } from '../../controllers/httpListener';
import type { ScalerAnswer } from '../../controllers/keda/externalScaler';
import { serviceKind } from '../../controllers/kinds';
import type { EngineRoom } from '../engineRoom';
import { answerAsModel } from './answering';
import type { Counted } from './counted';
import { followCounted } from './counted';
import type { InterceptorRoute, Place, Route } from './routing';
import { countedFor, durationMs, modelOfService, routeFor } from './routing';

const routeKind: Kind = { group: 'route.openshift.io', version: 'v1', kind: 'Route', plural: 'routes' };

/** The add-on's interceptor, as its chart names it. */
export const interceptorService = 'keda-add-ons-http-interceptor-proxy';
/** How often a held request looks for a replica, in simulated milliseconds. */
const lookMs = 500;
/** Where the InterceptorRoute says nothing the add-on waits as long as the whole request may take: here, ten minutes. */
const defaultReadinessMs = 600_000;

const plain = (code: number, message: string): JsonAnswer => ({ code, body: { message } });

/** OpenShift's router, and behind it the HTTP add-on's interceptor and external scaler. */
export interface Ingress {
  /** Takes requests with the Host of a Route. */
  readonly routerUrl: string;
  /** Says at /<namespace>/<interceptorroutes or httpscaledobjects>/<name> what is in flight. */
  readonly scalerUrl: string;
  close(): Promise<void>;
}

/** Starts router, interceptor and scaler. The engines of `room` answer; models whose requests the add-on counts have held traffic. */
export async function startIngress(options: {
  client: KubeClient;
  clock: Clock;
  room: () => EngineRoom | undefined;
  httpAddOn: boolean;
}): Promise<Ingress> {
  const { client, clock, room, httpAddOn } = options;
  const services = startInformer<Service>(client, serviceKind);
  const deployments = startInformer<Deployment>(client, deploymentKind);
  const routes = startInformer<Route>(client, routeKind);
  const addOn = httpAddOn ? followCounted(client) : undefined;
  const counted = (): readonly Counted[] => addOn?.all() ?? [];
  const informers = [services, deployments, routes, ...(addOn?.informers ?? [])];
  await Promise.all(informers.map(({ ready }) => ready));

  const held = new Map<string, number>();
  const modelOf = (namespace: string, service: string): Place | undefined =>
    modelOfService(namespace, service, services.items(), deployments.items());
  const targetOf = ({ metadata, spec }: InterceptorRoute): Place | undefined =>
    modelOf(metadata.namespace ?? '', spec.target.service);
  const patienceOf = ({ spec }: InterceptorRoute): number =>
    durationMs(spec.timeouts?.readiness ?? '') ?? defaultReadinessMs;

  /** The traffic of models goes through the interceptor where it has to count their requests. */
  let intercepting: readonly Place[] = [];
  function intercept(): void {
    for (const { namespace, model } of intercepting) room()?.intercept(namespace, model, undefined);
    intercepting = counted().flatMap(({ route }) => {
      const place = targetOf(route);
      if (place !== undefined) room()?.intercept(place.namespace, place.model, patienceOf(route));
      return place ?? [];
    });
  }

  async function answerOf(place: Place, path: string, body: string): Promise<JsonAnswer> {
    const visit = room()?.visit(place.namespace, place.model);
    if (visit === undefined || visit.servedNames().size === 0)
      return plain(503, 'The application is currently not serving requests at this endpoint.');
    return answerAsModel(visit, clock, path, body);
  }

  /** Waits in simulated time for a replica; whether there is one. */
  async function replica({ namespace, model }: Place, patienceMs: number): Promise<boolean> {
    const until = clock.now() + patienceMs;
    while ((room()?.visit(namespace, model).servedNames().size ?? 0) === 0) {
      if (clock.now() > until) return false;
      await new Promise<void>((resolve) => {
        clock.after(lookMs, resolve);
      });
    }
    return true;
  }

  async function intercepted(host: string, path: string, body: string): Promise<JsonAnswer> {
    const found = countedFor(counted(), host, path);
    const place = found && targetOf(found.route);
    if (found === undefined || place === undefined) return plain(404, 'Not Found');
    const { key, route } = found;
    held.set(key, (held.get(key) ?? 0) + 1);
    try {
      if (!(await replica(place, patienceOf(route)))) return plain(504, 'Gateway Timeout');
      return await answerOf(place, path, body);
    } finally {
      held.set(key, (held.get(key) ?? 1) - 1);
    }
  }

  const router = await listen(async ({ pathname }, body, { host = '' }) => {
    const route = routeFor(routes.items(), host);
    if (route === undefined) return plain(503, `The router knows no Route with the host ${host}.`);
    const { namespace = '' } = route.metadata;
    if (httpAddOn && route.spec.to.name === interceptorService) return intercepted(host, pathname, body);
    const place = modelOf(namespace, route.spec.to.name);
    return place === undefined ? plain(503, 'Its Service has no pods.') : answerOf(place, pathname, body);
  });

  const scaler = await listen(({ pathname }) => {
    const key = pathname.slice(1);
    const found = counted().find((one) => one.key === key);
    const target = found?.route.spec.scalingMetric.concurrency?.targetValue;
    if (found === undefined || target === undefined) return Promise.resolve(plain(404, `${key} not found`));
    intercept();
    const place = targetOf(found.route);
    const traffic = place === undefined ? 0 : (room()?.inFlight(place.namespace, place.model) ?? 0);
    const value = traffic + (held.get(key) ?? 0);
    const answer: ScalerAnswer = { metricName: found.metricName, target, value };
    return Promise.resolve({ code: 200, body: answer });
  });

  return {
    routerUrl: router.url,
    scalerUrl: scaler.url,
    async close() {
      for (const informer of informers) informer.stop();
      await router.close();
      await scaler.close();
    },
  };
}
