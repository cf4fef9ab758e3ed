import { rateWindow, type NamedQueries } from './combined';
import { vllmSelector, type ModelName } from './vllm';

/** What can be measured of a request's time. */
export const latencyMeasures = ['ttft', 'itl', 'e2e'] as const;

export type LatencyMeasure = (typeof latencyMeasures)[number];

/** Names of the histograms without prefix and suffix, newer ones first (vLLM vllm/v1/metrics/loggers.py). */
const histograms: Readonly<Record<LatencyMeasure, readonly string[]>> = {
  ttft: ['time_to_first_token_seconds'],
  itl: ['inter_token_latency_seconds', 'time_per_output_token_seconds'],
  e2e: ['e2e_request_latency_seconds'],
};

/** Median and 95th percentile of a measure in seconds; NaN where no request ended. */
export function latencyQueries(
  model: ModelName,
  measure: LatencyMeasure,
  step: number,
): NamedQueries<'p50' | 'p95'> {
  return [
    ['p50', quantileOf(0.5, model, measure, step)],
    ['p95', quantileOf(0.95, model, measure, step)],
  ];
}

/** `or` between whole quantiles: buckets of two histograms must not be mixed. */
function quantileOf(quantile: number, model: ModelName, measure: LatencyMeasure, step: number): string {
  const window = `[${rateWindow(step).toString()}s]`;
  return histograms[measure]
    .flatMap((name) =>
      ['vllm', 'kserve_vllm'].map((prefix) => `${prefix}:${name}_bucket${vllmSelector(model)}`),
    )
    .map((buckets) => `histogram_quantile(${quantile.toString()}, sum by (le) (rate(${buckets}${window})))`)
    .join(' or ');
}
