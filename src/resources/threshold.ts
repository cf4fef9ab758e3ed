import type { ExternalMetricSpec, HorizontalPodAutoscaler } from './horizontalPodAutoscaler';
import { prometheusMetricOf } from './prometheusMetric';
import { parseQuantity } from './quantity';
import type { Trigger } from './scaledObject';
import type { ServedModel } from './servedModel';

/** The threshold of the first Prometheus trigger, as it is in force. */
export interface Threshold {
  value: number;
  /** AverageValue: load per replica; Value: load in all. */
  type: 'AverageValue' | 'Value';
  /** Where it was read: the HPA is in force now, the others become so. */
  source: 'hpa' | 'trigger' | 'inferenceService';
}

/**
 * The threshold in force: of the HPA, else of the trigger, else of the InferenceService. KServe passes
 * target.type on to nobody, so only the first two tell the type that counts. Undefined: there is none, or it is not a number.
 */
export function thresholdOf(model: ServedModel): Threshold | undefined {
  return fromHpa(model) ?? fromTrigger(model) ?? fromInferenceService(model);
}

/** The HPA's metric of the first Prometheus trigger; undefined while there is no HPA or no such trigger. */
export function prometheusHpaMetric(model: ServedModel): ExternalMetricSpec | undefined {
  const name = metricNameOf(model);
  return externalMetrics(model.kedaHpa).find((metric) => metric.external.metric.name === name);
}

/** KEDA names the metric of trigger i with a Prometheus query s<i>-prometheus (pkg/scalers/prometheus_scaler.go). */
function metricNameOf({ scaledObject }: ServedModel): string {
  const index = scaledObject?.spec.triggers.findIndex(isPrometheus) ?? -1;
  return `s${index.toString()}-prometheus`;
}

function externalMetrics(hpa: HorizontalPodAutoscaler | undefined): readonly ExternalMetricSpec[] {
  return (hpa?.spec.metrics ?? []).filter((metric) => metric.type === 'External');
}

function isPrometheus(trigger: Trigger): boolean {
  return trigger.type === 'prometheus';
}

function fromHpa(model: ServedModel): Threshold | undefined {
  const target = prometheusHpaMetric(model)?.external.target;
  if (target === undefined) return undefined;
  const value = parseQuantity(target.type === 'Value' ? target.value : target.averageValue);
  return value === undefined ? undefined : { value, type: target.type, source: 'hpa' };
}

function fromTrigger({ scaledObject }: ServedModel): Threshold | undefined {
  const trigger = scaledObject?.spec.triggers.find(isPrometheus);
  const value = parseQuantity(trigger?.metadata.threshold);
  if (trigger === undefined || value === undefined) return undefined;
  return { value, type: trigger.metricType === 'Value' ? 'Value' : 'AverageValue', source: 'trigger' };
}

function fromInferenceService({ inferenceService }: ServedModel): Threshold | undefined {
  const target = prometheusMetricOf(inferenceService)?.external.target;
  const value = parseQuantity(target?.value ?? target?.averageValue);
  return value === undefined ? undefined : { value, type: 'AverageValue', source: 'inferenceService' };
}
