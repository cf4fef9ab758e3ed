import { podKind } from '../../src/resources/kinds';
import type { Pod } from '../../src/resources/pod';
import { startInformer } from '../client/informer';
import type { KubeClient } from '../client/kubeClient';
import type { Clock } from '../clock';
import { bodyOf, sendJson } from '../controllers/httpListener';
import { serviceKind } from '../controllers/kinds';
import type { Target } from '../metrics/scrape';
import { EngineRoom } from './engineRoom';
import { createProcesses } from './guidellm/processes';
import { modelBehind } from './guidellm/target';
import { textOf } from './metricFamily';
import { generate, isGeneration, openaiError } from './openai';
import type { Exposition, Taking } from './metricsServer';
import { startMetricsServer } from './metricsServer';
import type { ModelLoad } from './modelLoad';
import type { Service } from './podTargets';
import { podTargets } from './podTargets';

/** The running engines of all pods that serve. */
export interface Engines {
  /**
   * /metrics of each serving pod is at <url>/<namespace>/<pod>/metrics, and OpenAI's API of each model at
   * <url>/<namespace>/<model>/v1.
   */
  readonly url: string;
  /** The engines themselves, for the ingress in front of them. */
  readonly room: EngineRoom;
  /** The pods to scrape, with the labels that they have on OpenShift. */
  targets(): Target[];
  /** Turns the extra load on, from its first stage, or off. */
  setLoad(on: boolean): void;
  readonly load: boolean;
  close(): Promise<void>;
}

/** Keeps the work of a fast clock in small pieces. */
const tickMs = 1000;

function exposition(room: EngineRoom, path: string): Exposition {
  const [, namespace, pod] = /^\/([^/]+)\/([^/]+)\/metrics$/.exec(path) ?? [];
  if (namespace === undefined || pod === undefined)
    return { code: 404, reason: `There is nothing at ${path}.` };
  const metrics = room.metrics(namespace, pod);
  // As a pod that is still loading refuses the connection, so that the scrape fails and `up` is 0.
  if (metrics === undefined) return { code: 503, reason: `Pod ${namespace}/${pod} does not serve.` };
  if (typeof metrics === 'string') return { code: 500, reason: metrics };
  return { text: textOf(metrics) };
}

/** Follows the cluster's pods: each that is ready has an engine. Resolves when the pods of now have theirs. */
export async function startEngines(options: {
  clock: Clock;
  client: KubeClient;
  loads: readonly ModelLoad[];
}): Promise<Engines> {
  const { clock, client, loads } = options;
  const room = new EngineRoom(loads, clock.now());
  let load = false;
  const pods = startInformer<Pod>(client, podKind);
  const services = startInformer<Service>(client, serviceKind);
  const processes = createProcesses({
    client,
    clock,
    lookUp(target, namespace) {
      const behind = modelBehind(target, namespace, services.items(), pods.items());
      return behind && room.visit(behind.namespace, behind.model);
    },
    onError: (error) => {
      console.error(`GuideLLM: ${error instanceof Error ? error.message : String(error)}`);
    },
  });
  const advance = (): void => {
    room.advance(clock.now());
    processes.advance();
  };

  pods.onChange((type, pod) => {
    advance();
    if (type === 'DELETED') room.remove(pod);
    else room.update(pod);
    if (type === 'DELETED') processes.remove(pod);
    else processes.update(pod);
  });
  await Promise.all([pods.ready, services.ready]);
  const cancel = clock.every(tickMs, advance);

  const take: Taking = (path, request, response) => {
    if (!isGeneration(path)) return false;
    const [, namespace = '', name = ''] = path.split('/');
    advance();
    // Through the Service of its name, as its URL in the cluster leads there.
    const target = `http://${name}-predictor.${namespace}.svc`;
    const behind = modelBehind(target, namespace, services.items(), pods.items());
    const visit = behind && room.visit(behind.namespace, behind.model);
    const left = new AbortController();
    response.once('close', () => {
      left.abort();
    });
    bodyOf(request)
      .then((body) => generate(visit, clock.now(), path, body, left.signal))
      .catch((error: unknown) => openaiError(400, error instanceof Error ? error.message : String(error)))
      .then((answer) => {
        sendJson(response, answer);
      })
      .catch((error: unknown) => {
        response.destroy(error instanceof Error ? error : undefined);
      });
    return true;
  };
  const server = await startMetricsServer((path) => {
    advance();
    return exposition(room, path);
  }, take);

  return {
    url: server.url,
    room,
    targets: () => podTargets(server.url, services.items(), pods.items()),
    setLoad(on) {
      if (on === load) return;
      advance();
      load = on;
      room.setLoad(on);
    },
    get load() {
      return load;
    },
    async close() {
      cancel();
      pods.stop();
      services.stop();
      await processes.settled();
      await server.close();
    },
  };
}
