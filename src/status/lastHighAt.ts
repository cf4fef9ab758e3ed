import { replicasOf } from '../resources/replicas';
import type { ServedModel } from '../resources/servedModel';
import { thresholdOf } from '../resources/threshold';
import { lastHighSample } from './lastHighSample';
import { triggerValues } from './triggerValues';
import type { MeasuredValues } from './triggerValues';

/**
 * When (ms) the load last wanted as many replicas as the HPA wants now: from then its scale-down window counts.
 * Undefined when it did not, when there is nothing to take away, or when what the trigger reads was not measured.
 * `times` in seconds, of all values.
 */
export function lastHighAt(
  model: ServedModel,
  measured: MeasuredValues,
  times: readonly number[],
): number | undefined {
  const threshold = thresholdOf(model);
  const { desired = 0 } = replicasOf(model);
  if (threshold?.type !== 'AverageValue' || threshold.value <= 0 || desired < 2) return undefined;
  const values = triggerValues(model, measured) ?? [];
  const samples = values.flatMap((value, index) => {
    const time = times[index];
    return value === null || time === undefined ? [] : [[time * 1000, value] as const];
  });
  return lastHighSample(samples, threshold.value, desired);
}
