import { changedAt, settleMs } from '../resources/changedAt';
import { findCondition } from '../resources/conditions';
import type { ServedModel } from '../resources/servedModel';
import { timeOf } from '../resources/time';
import { firstScrapeMs } from './dataRules';
import { scaleUpMs } from './movementRules';

/**
 * The next time (ms) at which the state of a model can change although neither its objects nor its load do: when the
 * first scrape is overdue, when a scale-up has taken too long, and when KServe and KEDA have had their time for a change of
 * the InferenceService. Infinity when there is none.
 */
export function holdsUntil({ inferenceService, deployment, kedaHpa }: ServedModel, now: number): number {
  const available = timeOf(findCondition(deployment?.status?.conditions, 'Available')?.lastTransitionTime);
  const scaled = timeOf(kedaHpa?.status?.lastScaleTime);
  const ends = [
    (available ?? -Infinity) + firstScrapeMs,
    (scaled ?? -Infinity) + scaleUpMs,
    (changedAt(inferenceService) ?? -Infinity) + settleMs,
  ];
  return Math.min(...ends.filter((end) => end > now));
}
