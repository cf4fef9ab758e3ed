import { prometheusMetricOf } from '../resources/prometheusMetric';
import type { ServedModel } from '../resources/servedModel';

/**
 * The query that KEDA asks for a model, word for word; before there is a ScaledObject, the one that it will ask.
 * Undefined: nothing of Prometheus scales the model.
 */
export function triggerQuery({ scaledObject, inferenceService }: ServedModel): string | undefined {
  const trigger = scaledObject?.spec.triggers.find(({ type }) => type === 'prometheus');
  return trigger?.metadata.query ?? prometheusMetricOf(inferenceService)?.external.metric.query;
}
