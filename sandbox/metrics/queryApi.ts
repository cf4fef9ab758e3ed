import type { Answer } from './apiAnswer';
import { failure, labelProxyFailure, nothing, success, text } from './apiAnswer';
import { LabelProxyError, tenantExpression, tenantMatchers } from './enforceNamespace';
import type { Matcher } from './matchers';
import { matcherOf } from './matchers';
import { timelineOf, timeOf } from './parameters';
import { parseMatch, parsePromql } from './promql/parse';
import { PromqlError } from './promql/promqlError';
import { instantQuery, rangeQuery } from './promql/query';
import { withoutName } from './promql/vectors';
import type { Labels, SeriesStore } from './seriesStore';

/** A request to Prometheus' HTTP API; with `namespace` only its series are seen. */
export interface ApiRequest {
  /** "/api/v1/query". */
  path: string;
  /** The parameters of the URL and of a posted form. */
  form: URLSearchParams;
  namespace?: string;
  /** Simulated milliseconds. */
  now: number;
}

/** Answers a request as Prometheus 2.42 does; the errors too. */
export function answerApi(store: SeriesStore, request: ApiRequest): Answer {
  try {
    return answerEndpoint(store, request) ?? text(404, '404 page not found\n');
  } catch (error) {
    if (error instanceof PromqlError) return failure(error.errorType, error.message);
    if (error instanceof LabelProxyError) return labelProxyFailure(error.message);
    throw error;
  }
}

function answerEndpoint(store: SeriesStore, request: ApiRequest): Answer | undefined {
  const { form } = request;
  switch (request.path) {
    case '/api/v1/query':
    case '/api/v1/query_range':
      return answerQuery(store, request);
    case '/api/v1/series':
      if (request.namespace === undefined && form.getAll('match[]').length === 0) {
        return failure('bad_data', 'no match[] parameter provided');
      }
      return success(seriesOf(store, request));
    case '/api/v1/labels':
      return success(unique(seriesOf(store, request).flatMap((labels) => Object.keys(labels))));
    // The sandbox has no recording or alerting rules.
    case '/api/v1/rules':
      return success({ groups: [] });
    case '/api/v1/targets':
      // kube-rbac-proxy lets no such path through to a tenant.
      return request.namespace === undefined ? success(targetsOf(store, request)) : undefined;
    default:
      return labelValues(store, request);
  }
}

function labelValues(store: SeriesStore, request: ApiRequest): Answer | undefined {
  const [, name] = /^\/api\/v1\/label\/([^/]+)\/values$/.exec(request.path) ?? [];
  if (name === undefined) return undefined;
  if (!/^[a-zA-Z_]\w*$/.test(name)) {
    return failure('bad_data', `invalid label name: ${JSON.stringify(name)}`);
  }
  const values = seriesOf(store, request).map((labels) => labels[name] ?? '');
  return success(unique(values.filter((value) => value !== '')));
}

const unique = (values: string[]): string[] => [...new Set(values)].sort();

function answerQuery(store: SeriesStore, { path, form, namespace, now }: ApiRequest): Answer {
  const query = form.get('query') ?? '';
  // prom-label-proxy passes no request on that has no query, and answers nothing itself.
  if (namespace !== undefined && query === '') return nothing;
  const limited = namespace === undefined ? undefined : tenantExpression(query, namespace);
  if (path === '/api/v1/query') {
    const time = timeOf(form, 'time', now);
    return success(instantQuery(store, limited ?? parameter('query', query, parsePromql), time));
  }
  const timeline = timelineOf(form);
  return success(rangeQuery(store, limited ?? parameter('query', query, parsePromql), timeline));
}

/** Parses a parameter; an error then names it. */
function parameter<T>(name: string, value: string, parse: (value: string) => T): T {
  try {
    return parse(value);
  } catch (error) {
    if (!(error instanceof PromqlError)) throw error;
    throw new PromqlError('bad_data', `invalid parameter "${name}": ${error.message}`);
  }
}

/** The targets as their `up` series tell, which is all that the store knows of them. */
function targetsOf(store: SeriesStore, { form, now }: ApiRequest): unknown {
  const state = form.get('state') ?? '';
  const wanted = state === '' || state === 'any' || state === 'active';
  const up = instantQuery(store, parsePromql('up'), now);
  const series = wanted && up.resultType === 'vector' ? up.result : [];
  return {
    activeTargets: series.map(({ metric, value }) => ({
      labels: withoutName(metric),
      scrapePool: metric.job ?? '',
      health: value[1] === '1' ? 'up' : 'down',
    })),
    droppedTargets: [],
  };
}

/** The label sets that match[] asks for (all, when it is not given), in the time asked for. */
function seriesOf(store: SeriesStore, { form, namespace }: ApiRequest): Labels[] {
  const start = timeOf(form, 'start', -Infinity);
  const end = timeOf(form, 'end', Infinity);
  const matches = form.getAll('match[]').map((match) => matchersOf(match, namespace));
  const all = namespace === undefined ? [] : [matcherOf('namespace', '=', namespace)];
  const found = (matches.length === 0 ? [all] : matches).flatMap((matchers) =>
    store.select(matchers, start, end),
  );
  return [...new Set(found.map(({ labels }) => labels))];
}

function matchersOf(match: string, namespace: string | undefined): readonly Matcher[] {
  if (namespace !== undefined) return tenantMatchers(match, namespace);
  return parameter('match[]', match, parseMatch).matchers;
}
