import { findCondition } from '../resources/conditions';
import type { HorizontalPodAutoscaler } from '../resources/horizontalPodAutoscaler';
import { parseQuantity } from '../resources/quantity';
import type { ServedModel } from '../resources/servedModel';
import { prometheusHpaMetric } from '../resources/threshold';

/**
 * The value of the first Prometheus trigger as the HPA read it at its last sync, all replicas together; undefined
 * when it has none. While it cannot read its metrics, it keeps an old reading in its status, which counts for nothing.
 */
export function hpaReading(model: ServedModel): number | undefined {
  const name = prometheusHpaMetric(model)?.external.metric.name;
  if (name === undefined) return undefined;
  const status = model.kedaHpa?.status;
  if (cannotRead(status)) return undefined;
  const reading = status?.currentMetrics?.find((metric) => metric.external?.metric.name === name);
  const current = reading?.external?.current;
  return parseQuantity(current?.value) ?? total(parseQuantity(current?.averageValue), status);
}

function cannotRead(status: HorizontalPodAutoscaler['status']): boolean {
  return findCondition(status?.conditions, 'ScalingActive')?.status === 'False';
}

/** The status holds value / replicas rounded up to thousandths; a whole number that fits is taken. */
function total(average: number | undefined, status: HorizontalPodAutoscaler['status']): number | undefined {
  const replicas = status?.currentReplicas ?? 0;
  if (average === undefined || replicas === 0) return undefined;
  const most = average * replicas;
  const whole = Math.floor(most + 1e-9);
  return most - whole < replicas / 1000 ? whole : most;
}
