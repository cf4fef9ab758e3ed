import type { Decision } from './decision';
import { seenLate } from './explain';

/** Causes by which the HPA itself scales. */
const ofTheHpa: readonly Decision['cause'][] = [
  'load',
  'windowEnded',
  'minimumRaised',
  'minimumLowered',
  'maximumRaised',
  'maximumLowered',
  'hpa',
  'unexplained',
];

/**
 * The decisions with the exact time of the newest that the HPA made, which it keeps in status.lastScaleTime (seconds
 * since 1970): the measurements show it up to a scrape later.
 */
export function withLastScale(
  decisions: readonly Decision[],
  lastScaleTime: number | undefined,
): readonly Decision[] {
  const index = decisions.findLastIndex(({ cause }) => ofTheHpa.includes(cause));
  const decision = decisions[index];
  if (decision === undefined || lastScaleTime === undefined) return decisions;
  const late = decision.at - lastScaleTime;
  if (late < 0 || late > seenLate) return decisions;
  const { readiness } = decision;
  const exact: Decision = {
    ...decision,
    at: lastScaleTime,
    ...(readiness?.seconds === undefined
      ? {}
      : { readiness: { ...readiness, seconds: readiness.seconds + late } }),
  };
  return decisions.with(index, exact);
}
