import type {
  AutoScalingMetric,
  ExternalMetric,
  InferenceService,
} from '../../../src/resources/inferenceService';
import { parseQuantity } from '../../../src/resources/quantity';

const mebibyte = 2 ** 20;
const isEmpty = (value: string | number | undefined): boolean => value === undefined || value === '';

function externalRefusal(external: ExternalMetric | undefined): string | undefined {
  if (external === undefined) return 'the external metric should not be empty';
  if (isEmpty(external.metric.query)) return 'the query should not be empty';
  const { type, value, averageValue } = external.target ?? {};
  // The value is asked for with AverageValue too: it, not averageValue, becomes the threshold.
  if (isEmpty(value) || (type === 'AverageValue' && isEmpty(averageValue)))
    return 'the target threshold value should not be empty';
  return undefined;
}

const isPercentage = (value: number | undefined): boolean =>
  value !== undefined && value >= 1 && value <= 100;

function resourceRefusal(resource: AutoScalingMetric['resource']): string | undefined {
  const { type, averageUtilization, averageValue } = (resource?.target ?? {}) as {
    type?: string;
    averageUtilization?: number;
    averageValue?: string;
  };
  if (type === 'Utilization' && isPercentage(averageUtilization)) return undefined;
  if (resource?.name === 'cpu') return 'the target utilization percentage should be a [1-100] integer';
  const bytes = parseQuantity(averageValue) ?? 0;
  if (type === 'AverageValue' && bytes >= mebibyte) return undefined;
  return 'the target memory should be greater than 1 MiB';
}

/** What KServe refuses in the metrics of class keda (inference_service_validation.go). */
export function kedaMetricsRefusal({ spec }: InferenceService): string | undefined {
  const { scaleMetric, autoScaling } = spec.predictor;
  if (scaleMetric !== undefined) return 'ScaleMetric is not supported for KEDA';
  for (const { type, external, resource } of autoScaling?.metrics ?? []) {
    const refusal =
      type === 'External'
        ? externalRefusal(external)
        : type === 'Resource'
          ? resourceRefusal(resource)
          : undefined;
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** What KServe refuses in the metrics of the literal class hpa. */
export function hpaMetricsRefusal({ spec }: InferenceService): string | undefined {
  const foreign = (spec.predictor.autoScaling?.metrics ?? []).find(({ type }) => type !== 'Resource');
  return foreign === undefined ? undefined : `invalid HPA metric source type with value [${foreign.type}]`;
}
