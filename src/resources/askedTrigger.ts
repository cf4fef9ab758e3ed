import { known } from './known';
import { prometheusMetricOf } from './prometheusMetric';
import type { ServedModel } from './servedModel';

/** What KEDA asks for a model, and where. */
export interface AskedTrigger {
  /** Word for word. */
  query: string;
  serverAddress: string;
  /** Sent to Prometheus as the parameter `namespace`. */
  namespace?: string;
}

/**
 * The Prometheus trigger of a model; before there is a ScaledObject, the one that it will have. Undefined: nothing of
 * Prometheus scales the model.
 */
export function askedTrigger({ scaledObject, inferenceService }: ServedModel): AskedTrigger | undefined {
  const trigger = scaledObject?.spec.triggers.find(({ type }) => type === 'prometheus')?.metadata;
  const metric = prometheusMetricOf(inferenceService)?.external.metric;
  const { query, serverAddress = '', namespace } = (trigger?.query === undefined ? metric : trigger) ?? {};
  return query === undefined ? undefined : known({ query, serverAddress, namespace });
}

/** The query that KEDA asks for a model, word for word; undefined: nothing of Prometheus scales the model. */
export function triggerQuery(model: ServedModel): string | undefined {
  return askedTrigger(model)?.query;
}
