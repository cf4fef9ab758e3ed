import { predictorNames } from '../resources/predictorNames';
import type { Container } from '../resources/pod';
import type { ServedModel } from '../resources/servedModel';
import type { Service } from '../resources/service';
import type { LoadPlan } from './loadPlan';

/** What KServe's runtimes serve a model as when nothing is said: the mount of the weights. */
const unnamed = '/mnt/models';
const usualPort = 8080;
const ociScheme = 'oci://';

/** The value of `--flag=value` or `--flag value`. */
function argument({ args = [] }: Container, flag: string): string | undefined {
  const joined = args.find((arg) => arg.startsWith(`${flag}=`));
  if (joined !== undefined) return joined.slice(flag.length + 1);
  const place = args.indexOf(flag);
  return place < 0 ? undefined : args[place + 1];
}

/** The name under which vLLM serves the model: its first --served-model-name, else the path of the weights. */
export function servedNameOf({ deployment }: ServedModel): string {
  const containers = deployment?.spec.template.spec.containers ?? [];
  const names = containers.map((container) => argument(container, '--served-model-name'));
  return names.find((name) => name !== undefined && name !== '') ?? unnamed;
}

function urlOf({ metadata }: Service, port: number): string {
  return `http://${metadata.name}.${metadata.namespace ?? ''}.svc:${port.toString()}`;
}

/** A Service with an address of its own answers on its port; a headless one leads to the pods and their port. */
function portOf({ spec }: Service): number {
  const [first] = spec.ports ?? [];
  const { port = usualPort, targetPort } = first ?? {};
  return spec.clusterIP === 'None' && typeof targetPort === 'number' ? targetPort : port;
}

function isOfPredictor({ spec }: Service, predictors: readonly string[]): boolean {
  return predictors.some((name) => spec.selector?.app === `isvc.${name}`);
}

/**
 * Where to send requests: what wakes a model that may sleep (the chart's entry Service, which leads to the interceptor),
 * else a Service with an address of its own, which spreads connections, else KServe's headless one. Services that could
 * not be read: KServe's.
 */
export function suggestedTarget(model: ServedModel, services: readonly Service[]): string {
  const { name, namespace, inferenceService, scaledObject } = model;
  const predictors = predictorNames(inferenceService);
  const sleeps = scaledObject?.spec.triggers.some(({ type }) => type === 'external-push') ?? false;
  const entry = services.find(
    (service) => service.spec.type === 'ExternalName' && service.metadata.name === `${name}-entry`,
  );
  if (sleeps && entry !== undefined) return urlOf(entry, portOf(entry));
  const own = services.filter(
    (service) => isOfPredictor(service, predictors) && !service.metadata.name.endsWith('-metrics'),
  );
  const found = own.find(({ spec }) => spec.clusterIP !== 'None') ?? own[0];
  return found === undefined
    ? `http://${predictors[0] ?? name}.${namespace}.svc:${usualPort.toString()}`
    : urlOf(found, portOf(found));
}

/** The modelcar image that the model is served from; undefined when its weights come from elsewhere. */
export function modelImageOf({ inferenceService }: ServedModel): string | undefined {
  const uri = inferenceService.spec.predictor.model?.storageUri;
  return typeof uri === 'string' && uri.startsWith(ociScheme) ? uri.slice(ociScheme.length) : undefined;
}

/** A burst on the model: a queue within seconds, scaling up, and scaling down after it. */
export function suggestedPlan(model: ServedModel, services: readonly Service[]): LoadPlan {
  return {
    target: suggestedTarget(model, services),
    model: servedNameOf(model),
    profile: 'burst',
    rate: 5,
    durationSeconds: 120,
    promptTokens: 256,
    outputTokens: 500,
  };
}
