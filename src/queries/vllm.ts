import { selector, type Matchers } from './labels';

/** An InferenceService, as far as queries need it. */
export interface ModelName {
  namespace: string;
  name: string;
}

/** odh-model-controller scrapes a model through the Service <isvc>-metrics, whose name becomes the label "service". */
const serviceSuffix = '-metrics';

/** Requests that wait, all replicas together; no series when nothing is scraped. */
export function waitingQuery(model: ModelName): string {
  return sumOf('num_requests_waiting', model);
}

/** Requests that run, all replicas together; no series when nothing is scraped. */
export function runningQuery(model: ModelName): string {
  return sumOf('num_requests_running', model);
}

/** Requests that wait, one series per model with the labels namespace and service. */
export function fleetWaitingQuery(namespace?: string): string {
  return sumPerModel('num_requests_waiting', namespace);
}

/** Requests that run, one series per model with the labels namespace and service. */
export function fleetRunningQuery(namespace?: string): string {
  return sumPerModel('num_requests_running', namespace);
}

/** namespace/name of the model that a series of the fleet queries belongs to; undefined when it is no model's. */
export function modelKeyOf(labels: Readonly<Record<string, string | undefined>>): string | undefined {
  const { namespace, service } = labels;
  if (namespace === undefined || !service?.endsWith(serviceSuffix)) return undefined;
  return `${namespace}/${service.slice(0, -serviceSuffix.length)}`;
}

function sumOf(metric: string, { namespace, name }: ModelName): string {
  return withEitherPrefix('sum', metric, selector({ namespace, service: `${name}${serviceSuffix}` }));
}

function sumPerModel(metric: string, namespace: string | undefined): string {
  const matchers: Matchers = { namespace };
  return withEitherPrefix(
    'sum by (namespace, service) ',
    metric,
    selector(matchers, `service=~".+${serviceSuffix}"`),
  );
}

/** Some scrape configurations of KServe prefix vLLM's names; `or` after the sums counts no engine twice. */
function withEitherPrefix(aggregation: string, metric: string, matchers: string): string {
  return ['vllm', 'kserve_vllm']
    .map((prefix) => `${aggregation}(${prefix}:${metric}${matchers})`)
    .join(' or ');
}
