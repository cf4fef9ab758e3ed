import type { ExternalMetric } from '../resources/inferenceService';
import { parseQuantity } from '../resources/quantity';
import type { PatchOperation } from './patchOperation';

/** As KServe wants it: a string, which it passes to KEDA word for word; KEDA reads decimals only, no "2500m". */
export function thresholdText(threshold: number): string {
  return threshold.toFixed(3).replace(/\.?0+$/, '');
}

type Target = ExternalMetric['target'];
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
