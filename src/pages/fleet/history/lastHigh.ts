import { replicasOf } from '../../../resources/replicas';
import type { ServedModel } from '../../../resources/servedModel';
import { thresholdOf } from '../../../resources/threshold';
import { lastHighSample } from '../../../status/lastHighSample';
import { gaugesOf } from '../../../status/measuredLoad';
import type { History } from '../rows/fleetRow';

/**
 * When (ms) the waiting requests last wanted as many replicas as there are now: from then the scale-down window
 * counts. Undefined when they did not, or when the model scales by something else. `times` in seconds.
 */
export function lastHigh(
  model: ServedModel,
  history: History | undefined,
  times: readonly number[],
): number | undefined {
  const threshold = thresholdOf(model);
  const { desired = 0 } = replicasOf(model);
  if (history === undefined || threshold === undefined || desired < 2) return undefined;
  if (threshold.type !== 'AverageValue' || threshold.value <= 0 || !scalesByWaiting(model)) return undefined;
  const samples = history.flatMap((value, index) => {
    const time = times[index];
    return value === null || time === undefined ? [] : [[time * 1000, value] as const];
  });
  return lastHighSample(samples, threshold.value, desired);
}

/** Whether the trigger counts the waiting requests of this model and nothing else. */
export function scalesByWaiting(model: ServedModel): boolean {
  const gauges = gaugesOf(model);
  return gauges.length === 1 && gauges[0] === 'waiting';
}
