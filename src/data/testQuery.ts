import type { PolicyTrigger } from '../policy/trigger';
import { namesFound, otherNamesQuery } from '../queries/vllmNames';
import { queryInstant } from './prometheus';
import type { MetricsScope, QueriedSeries } from './prometheus';
import { QueryError } from './queryError';
import { doorOf } from './triggerDoor';

/** A label of the query that matches nothing, and the values that there are; none: nothing has this metric at all. */
export interface MissedLabel {
  metric: string;
  label: string;
  wanted: string;
  values: readonly string[];
}

/** A metric of the query without a series, and what the same is called where the query looks; none: it is not there at all. */
export interface UnknownMetric {
  metric: string;
  others: readonly string[];
}

/** What KEDA would make of a query's answer. */
export type QueryTest =
  | { code: 'one'; value: number }
  /** KEDA reads 0. */
  | { code: 'none'; missed: readonly MissedLabel[]; unknown: readonly UnknownMetric[] }
  /** KEDA reports an error. differ: labels whose values differ between the series. */
  | { code: 'several'; count: number; differ: readonly string[] }
  /** NaN or infinite: KEDA reads 0. */
  | { code: 'notANumber' }
  | { code: 'unauthorised' | 'refused' | 'unreachable'; message: string }
  /** Not OpenShift's Thanos, or the tenancy port without a namespace. */
  | { code: 'elsewhere' };

/** Asks an instant query in a scope. */
export type Ask = (scope: MetricsScope, query: string) => Promise<readonly QueriedSeries[]>;

/** Evaluates the trigger's query where KEDA evaluates it, with the rights of the user. */
export async function testQuery(trigger: PolicyTrigger, ask: Ask): Promise<QueryTest> {
  const door = doorOf(trigger);
  if (door === undefined) return { code: 'elsewhere' };
  try {
    const series = await ask(door, trigger.query);
    const [first, second] = series;
    if (first === undefined) return await whyNone(trigger.query, (query) => ask(door, query));
    if (second !== undefined)
      return { code: 'several', count: series.length, differ: differingLabels(series) };
    const value = first.points.at(-1)?.[1];
    return value === undefined || !Number.isFinite(value) ? { code: 'notANumber' } : { code: 'one', value };
  } catch (error) {
    const { code, message } = QueryError.from(error);
    if (code === 'unauthorised') return { code, message };
    return { code: code === 'badRequest' ? 'refused' : 'unreachable', message };
  }
}

/** The test with the console's own way to Prometheus. */
export async function testTrigger(trigger: PolicyTrigger): Promise<QueryTest> {
  const { signal } = new AbortController();
  return testQuery(trigger, (scope, query) => queryInstant(scope, query, signal));
}

function differingLabels(series: readonly QueriedSeries[]): string[] {
  const names = new Set(series.flatMap(({ labels }) => Object.keys(labels)));
  return [...names].filter((name) => new Set(series.map(({ labels }) => labels[name])).size > 1).toSorted();
}

interface Selector {
  metric: string;
  matchers: readonly { label: string; operator: string; value: string; text: string }[];
}

/** The selectors of a query that are written out as metric{...}. */
function selectorsOf(query: string): Selector[] {
  return [...query.matchAll(/([a-zA-Z_:][\w:]*)\s*\{([^{}]*)\}/g)].map(([, metric = '', labels = '']) => ({
    metric,
    matchers: [...labels.matchAll(/(\w+)\s*(=~|!~|!=|=)\s*"((?:[^"\\]|\\.)*)"/g)].map(
      ([text, label = '', operator = '', value = '']) => ({ label, operator, value, text }),
    ),
  }));
}

const shownValues = 20;

/**
 * For each selector without series: what the metric is called here, or which label matches nothing that there is. The
 * namespace is not in question.
 */
async function whyNone(
  query: string,
  ask: (query: string) => Promise<readonly QueriedSeries[]>,
): Promise<QueryTest> {
  const missed: MissedLabel[] = [];
  const unknown: UnknownMetric[] = [];
  for (const { metric, matchers } of selectorsOf(query)) {
    const all = matchers.map(({ text }) => text).join(',');
    if ((await ask(`count(${metric}{${all}})`)).length > 0) continue;
    const otherNames = otherNamesQuery(metric, all);
    const others = otherNames === undefined ? [] : namesFound(await ask(otherNames));
    if (others.length > 0) {
      unknown.push({ metric, others });
      continue;
    }
    const namespace = matchers.filter(({ label }) => label === 'namespace').map(({ text }) => text);
    const asked = matchers.filter(({ label, operator }) => label !== 'namespace' && operator === '=');
    const found = await Promise.all(
      asked.map(async ({ label, value }) => {
        const series = await ask(`count by (${label}) (${metric}{${namespace.join(',')}})`);
        const values = series.map(({ labels }) => labels[label] ?? '').filter((one) => one !== '');
        return { metric, label, wanted: value, values: values.toSorted().slice(0, shownValues) };
      }),
    );
    const misses = found.filter(({ wanted, values }) => !values.includes(wanted));
    if (misses.length === 0 || misses.every(({ values }) => values.length === 0))
      unknown.push({ metric, others: [] });
    else missed.push(...misses);
  }
  return { code: 'none', missed, unknown };
}
