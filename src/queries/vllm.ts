import { escapedRegex, quoted, selector, type Matchers } from './labels';

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

/** Requests that wait, one series per model with the labels namespace and service; of `names` only, if they are given. */
export function fleetWaitingQuery(namespace?: string, names?: readonly string[]): string {
  return sumPerModel('num_requests_waiting', namespace, names);
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

/** Matchers of the series of one model's engines. */
export function vllmSelector({ namespace, name }: ModelName): string {
  return selector({ namespace, service: `${name}${serviceSuffix}` });
}

function sumOf(metric: string, model: ModelName): string {
  return withEitherPrefix('sum', metric, vllmSelector(model));
}

function sumPerModel(metric: string, namespace: string | undefined, names?: readonly string[]): string {
  const matchers: Matchers = { namespace };
  const models = names === undefined ? '.+' : `(${names.map(escapedRegex).join('|')})`;
  return withEitherPrefix(
    'sum by (namespace, service) ',
    metric,
    selector(matchers, `service=~${quoted(`${models}${serviceSuffix}`)}`),
  );
}

/** Some scrape configurations of KServe prefix vLLM's names; `or` after the sums counts no engine twice. */
export function withEitherPrefix(aggregation: string, metric: string, matchers: string, of = ''): string {
  return ['vllm', 'kserve_vllm']
    .map((prefix) => `${prefix}:${metric}${matchers}`)
    .map((series) => `${aggregation}(${of === '' ? series : `${of}(${series})`})`)
    .join(' or ');
}
