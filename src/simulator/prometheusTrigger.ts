import type { MetricReading } from './autoscaler';
import { toMilli } from './milli';

/** Answer to the trigger's query: the values of the instant vector, or why there is none. */
export type PrometheusResult = { samples: readonly number[] } | { error: string };

/** The trigger's own settings; `query` is only named in errors, `ignoreNullValues` absent means true. */
export interface PrometheusTrigger {
  query?: string;
  ignoreNullValues?: boolean;
}

/** NaN and infinities as Go prints them. */
function asGoPrints(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}

/**
 * What KEDA's prometheus scaler makes of an answer (pkg/scalers/prometheus_scaler.go): no series, NaN and infinities
 * are 0 (errors when ignoreNullValues is false), several series are an error, the value has three decimals, negatives
 * become 0.
 */
export function readPrometheusTrigger(
  result: PrometheusResult,
  { query = '', ignoreNullValues = true }: PrometheusTrigger = {},
): MetricReading {
  if ('error' in result) return { error: result.error };
  if (result.samples.length > 1) return { error: `prometheus query ${query} returned multiple elements` };
  const [sample] = result.samples;
  if (sample === undefined) {
    if (ignoreNullValues) return { value: 0 };
    return { error: "prometheus metrics 'prometheus' target may be lost, the result is empty" };
  }
  if (!Number.isFinite(sample)) {
    return ignoreNullValues ? { value: 0 } : { error: `prometheus query returns ${asGoPrints(sample)}` };
  }
  const value = toMilli(sample) / 1000;
  return value === sample ? { value } : { value, exact: sample };
}
