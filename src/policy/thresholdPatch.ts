import type { InferenceService } from '../resources/inferenceService';
import { prometheusMetricOf } from '../resources/prometheusMetric';
import { parseQuantity } from '../resources/quantity';
import type { PatchOperation } from './patchOperation';

/** As KServe wants it: a string, which it passes to KEDA word for word; KEDA reads decimals only, no "2500m". */
export function thresholdText(threshold: number): string {
  return threshold.toFixed(3).replace(/\.?0+$/, '');
}

/**
 * Writes the threshold of the first Prometheus metric where it differs from what is stored, in both fields that may
 * hold it; its query stays. Empty when it is stored already or there is no such metric. The tests make the server
 * refuse the patch when the list of metrics has moved.
 */
export function thresholdPatch(
  inferenceService: InferenceService,
  threshold: number | undefined,
): PatchOperation[] {
  const metric = prometheusMetricOf(inferenceService);
  if (threshold === undefined || metric === undefined) return [];
  const changes = targetChanges(metric.external.target, thresholdText(threshold));
  const path = `/spec/predictor/autoScaling/metrics/${metric.index.toString()}`;
  if (changes.length === 0) return [];
  return [
    { op: 'test', path: `${path}/type`, value: 'External' },
    { op: 'test', path: `${path}/external/metric`, value: metric.external.metric },
    ...changes.map((change) => ({ ...change, path: `${path}/external/target${change.path}` })),
  ];
}

type Target = NonNullable<ReturnType<typeof prometheusMetricOf>>['external']['target'];
type Change = Extract<PatchOperation, { value: unknown }>;

/** `value` is required by KServe's webhook, and `averageValue` too when the type is AverageValue. */
export function targetChanges(target: Target, text: string): Change[] {
  if (target === undefined) {
    return [{ op: 'add', path: '', value: { type: 'AverageValue', value: text, averageValue: text } }];
  }
  const needsAverage = target.averageValue !== undefined || target.type === 'AverageValue';
  const fields = needsAverage ? (['value', 'averageValue'] as const) : (['value'] as const);
  return fields
    .filter((field) => !holds(target[field], text))
    .map((field) => ({ op: 'add', path: `/${field}`, value: text }));
}

/** "2" and 2 are the same; "2000m" is not, since KEDA cannot read it. */
function holds(stored: string | number | undefined, text: string): boolean {
  const plain = typeof stored === 'number' || /^[\d.]+$/.test(stored ?? '');
  return plain && parseQuantity(stored) === Number(text);
}
